import type { ReactElement } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { FormModal } from '../../../components/FormModal';
import { patchVm, readAgain } from '../../../data/holders';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { moveSidecar } from '../../../sidecars/annotation/sidecarList';
import { sidecarsOfVm } from '../../../sidecars/objects/vm';
import { useSidecarTranslation } from '../../../i18n';
import { usePoolConsent } from '../../pools/usePoolConsent';
import { EditPreview } from '../../vmEdit/EditPreview';
import { useReread } from '../../../data/useReread';
import { writeSidecars } from '../../../sidecars/plans/vmEdit';
import { isSameOrder, rebaseOrder } from '../../../sidecars/plans/order';
import { OrderList } from './OrderList';

export interface ReorderModalProps {
  vm: VirtualMachine;
  /** A move that the user has already chosen in a menu. */
  move?: { from: number; to: number };
  closeOverlay: () => void;
}

/** Changes the order of a VM's sidecars, and says which effect the order has. */
export const ReorderModal = ({ vm: opened, move, closeOverlay }: ReorderModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const reread = useReread(readAgain, opened);
  const [order, setOrder] = useState(() => {
    const now = sidecarsOfVm(opened);
    return move === undefined ? now : moveSidecar(now, move.from, move.to);
  });
  const [hasMoved, setHasMoved] = useState(false);
  useEffect(() => {
    setOrder((wanted) => rebaseOrder(wanted, sidecarsOfVm(reread.object)));
  }, [reread.object]);
  const plan = useMemo(
    () => (isSameOrder(order, sidecarsOfVm(reread.object)) ? undefined : writeSidecars(order)(reread.object)),
    [order, reread.object],
  );
  const consent = usePoolConsent(reread.object, plan?.operations ?? []);
  return (
    <FormModal
      title={t('Reorder sidecars')}
      submitLabel={t('Save')}
      isBlocked={plan === undefined}
      blocker={consent.blocker}
      onSubmit={async () => {
        if (plan !== undefined) {
          await patchVm(reread.object, consent.operations);
        }
      }}
      onChangedMeanwhile={reread.reread}
      onClose={closeOverlay}
      hasInput={hasMoved && plan !== undefined}
    >
      <Stack hasGutter>
        <StackItem>
          <InlineAlert variant="info" title={t('KubeVirt does not run scripts in this order')}>
            {t(
              'KubeVirt calls sidecars as they become ready, or by the name of their container. The order here decides only these names. If one script depends on another, put both into one script.',
            )}
          </InlineAlert>
        </StackItem>
        <StackItem>
          <OrderList
            order={order}
            onMove={(from, to) => {
              setHasMoved(true);
              setOrder((now) => moveSidecar(now, from, to));
            }}
          />
        </StackItem>
        <StackItem>
          <EditPreview
            reread={reread}
            plan={plan}
            consent={consent}
            nothingToDo={t('The order is as it was.')}
          />
        </StackItem>
      </Stack>
    </FormModal>
  );
};
