import { useMemo, type ReactElement } from 'react';
import { Label, Skeleton, Stack, StackItem, Title } from '@patternfly/react-core';
import { useShowMore } from '../../components/useShowMore';
import { SidecarCard } from '../../features/attachedSidecars/sidecarCard/SidecarCard';
import { SidecarCards } from '../../features/attachedSidecars/SidecarCards';
import { SidecarStateLabel } from '../../features/sidecarState/SidecarStateLabel';
import { loadedData } from '../../loadable';
import type { VmSidecars } from '../../data/useVmSidecars';
import { sidecarsIn } from '../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { runningOnly } from '../../sidecars/state/runningOnly';
import { useSidecarTranslation } from '../../i18n';
import { InheritedNote } from './InheritedNote';

interface AttachedSidecarsProps {
  vm: VirtualMachine;
  sidecars: VmSidecars;
  /** Whether the data for the states is still loading. */
  isLoading: boolean;
  blocked: string | undefined;
}

/** A card for each sidecar of the template in its order, then those that only the running instance has. */
export const AttachedSidecars = ({
  vm,
  sidecars: { parsed, state, configMaps, vmi },
  isLoading,
  blocked,
}: AttachedSidecarsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { origins } = state;
  // Without hooks in the template, those that the VM inherits.
  const attached = origins === undefined ? sidecarsIn(parsed) : state.sidecars.map(({ sidecar }) => sidecar);
  const leaving = useMemo(
    () => (origins === undefined ? runningOnly(vm, loadedData(vmi)) : []),
    [origins, vm, vmi],
  );
  const { shown: leavingShown, more: moreLeaving } = useShowMore(leaving.length);
  const stateOf = (index: number): ReactElement | null => {
    const single = state.sidecars[index];
    return isLoading ? (
      <Skeleton width="6rem" />
    ) : single === undefined ? null : (
      <SidecarStateLabel state={single} />
    );
  };
  return (
    <Stack hasGutter>
      <StackItem>
        <SidecarCards
          vm={vm}
          attached={attached}
          configMaps={configMaps}
          stateOf={stateOf}
          blocked={blocked}
          isInherited={origins !== undefined}
          note={
            origins === undefined ? undefined : (
              <InheritedNote origins={origins} namespace={vm.metadata.namespace ?? ''} />
            )
          }
        />
      </StackItem>
      {leaving.length === 0 ? null : (
        <StackItem>
          <Title headingLevel="h3" size="md" className="pf-v6-u-mt-md">
            {t('Only on the running instance')}
          </Title>
          <p>
            {t(
              'The VM was started with these. They were detached or changed since, and are removed when it restarts.',
            )}
          </p>
        </StackItem>
      )}
      {leaving.slice(0, leavingShown).map(({ sidecar, index }) => (
        <StackItem key={`running ${index}`}>
          <SidecarCard
            vm={vm}
            sidecar={sidecar}
            index={index}
            configMaps={configMaps}
            state={
              <Label isCompact color="orange">
                {t('Removed at restart')}
              </Label>
            }
          />
        </StackItem>
      ))}
      {moreLeaving === null ? null : <StackItem>{moreLeaving}</StackItem>}
    </Stack>
  );
};
