import { useMemo, type ReactElement } from 'react';
import { Flex, FlexItem, Label, Skeleton, Stack, StackItem, Title } from '@patternfly/react-core';
import { useShowMore } from '../../components/useShowMore';
import { useAttachSidecar } from '../../features/attach/useAttachSidecar';
import { useDetachSidecar } from '../../features/detach/useDetachSidecar';
import { GuardedButton } from '../../components/GuardedButton';
import { SidecarStateLabel } from '../../features/sidecarState/SidecarStateLabel';
import { loadedData } from '../../loadable';
import type { VmSidecars } from '../../data/useVmSidecars';
import { sidecarsIn } from '../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { AttachedHeading } from './AttachedHeading';
import { InheritedNote } from './InheritedNote';
import { useReorder } from './reorder/useReorder';
import { runningOnly } from '../../sidecars/state/runningOnly';
import { SidecarCard } from './sidecarCard/SidecarCard';
import type { SidecarActions } from './sidecarCard/SidecarMenu';

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
  const attach = useAttachSidecar();
  const detach = useDetachSidecar();
  const reorder = useReorder();
  const { namespace = '' } = vm.metadata;
  const { origins } = state;
  // Without hooks in the template, those that the VM inherits.
  const attached = origins === undefined ? sidecarsIn(parsed) : state.sidecars.map(({ sidecar }) => sidecar);
  const last = attached.length - 1;
  const { shown, more } = useShowMore(attached.length);
  const leaving = useMemo(
    () => (origins === undefined ? runningOnly(vm, loadedData(vmi)) : []),
    [origins, vm, vmi],
  );
  const { shown: leavingShown, more: moreLeaving } = useShowMore(leaving.length);
  const mover = (from: number, to: number): (() => void) | undefined =>
    to < 0 || to > last
      ? undefined
      : () => {
          reorder(vm, { from, to });
        };
  const actionsOf = (index: number): SidecarActions => ({
    onEdit: () => {
      attach(vm, index);
    },
    onMoveUp: mover(index, index - 1),
    onMoveDown: mover(index, index + 1),
    onDetach: () => {
      detach(vm, index);
    },
  });
  return (
    <Stack hasGutter>
      {last < 0 ? null : (
        <StackItem>
          <Flex
            justifyContent={{ default: 'justifyContentSpaceBetween' }}
            alignItems={{ default: 'alignItemsCenter' }}
          >
            <FlexItem>
              <AttachedHeading />
            </FlexItem>
            {last < 1 || origins !== undefined ? null : (
              <FlexItem>
                <GuardedButton
                  variant="link"
                  isInline
                  reason={blocked}
                  onClick={() => {
                    reorder(vm);
                  }}
                >
                  {t('Reorder')}
                </GuardedButton>
              </FlexItem>
            )}
          </Flex>
        </StackItem>
      )}
      {origins === undefined ? null : (
        <StackItem>
          <InheritedNote origins={origins} namespace={namespace} />
        </StackItem>
      )}
      {attached.slice(0, shown).map((sidecar, index) => {
        const single = state.sidecars[index];
        return (
          <StackItem key={index}>
            <SidecarCard
              sidecar={sidecar}
              index={index}
              namespace={namespace}
              configMaps={configMaps}
              state={
                isLoading ? (
                  <Skeleton width="6rem" />
                ) : single === undefined ? null : (
                  <SidecarStateLabel state={single} />
                )
              }
              blocked={blocked}
              actions={origins === undefined ? actionsOf(index) : undefined}
            />
          </StackItem>
        );
      })}
      {more === null ? null : <StackItem>{more}</StackItem>}
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
            sidecar={sidecar}
            index={index}
            namespace={namespace}
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
