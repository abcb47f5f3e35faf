import type { ReactElement, ReactNode } from 'react';
import { Flex, FlexItem, Stack, StackItem } from '@patternfly/react-core';
import { GuardedButton } from '../../components/GuardedButton';
import { useShowMore } from '../../components/useShowMore';
import { useSidecarTranslation } from '../../i18n';
import type { Loadable } from '../../loadable';
import type { Sidecar } from '../../sidecars/annotation/sidecar';
import type { ConfigMap, VirtualMachine } from '../../sidecars/objects/resources';
import { useAttachSidecar } from '../attach/useAttachSidecar';
import { useDetachSidecar } from '../detach/useDetachSidecar';
import { AttachedHeading } from './AttachedHeading';
import { useReorder } from './reorder/useReorder';
import { SidecarCard } from './sidecarCard/SidecarCard';
import type { SidecarActions } from './sidecarCard/SidecarMenu';

interface SidecarCardsProps {
  vm: VirtualMachine;
  attached: readonly Sidecar[];
  configMaps: Loadable<ReadonlyMap<string, ConfigMap>>;
  stateOf?: (index: number) => ReactNode;
  blocked: string | undefined;
  /** Whether they are not in the VM's template, so that no action can change them. */
  isInherited?: boolean;
  /** Adds the script of a sidecar to the template; undefined if that is not possible. */
  bringerOf?: (index: number) => (() => void) | undefined;
  /** Shown above the first card. */
  note?: ReactNode;
}

/** A card with its actions for each attached sidecar, in their order. */
export const SidecarCards = ({
  vm,
  attached,
  configMaps,
  stateOf,
  blocked,
  isInherited = false,
  bringerOf,
  note,
}: SidecarCardsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const attach = useAttachSidecar();
  const detach = useDetachSidecar();
  const reorder = useReorder();
  const last = attached.length - 1;
  const { shown, more } = useShowMore(attached.length);
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
    onBring: bringerOf?.(index),
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
            {last < 1 || isInherited ? null : (
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
      {note === undefined ? null : <StackItem>{note}</StackItem>}
      {attached.slice(0, shown).map((sidecar, index) => (
        <StackItem key={index}>
          <SidecarCard
            vm={vm}
            sidecar={sidecar}
            index={index}
            configMaps={configMaps}
            state={stateOf?.(index)}
            blocked={blocked}
            actions={isInherited ? undefined : actionsOf(index)}
          />
        </StackItem>
      ))}
      {more === null ? null : <StackItem>{more}</StackItem>}
    </Stack>
  );
};
