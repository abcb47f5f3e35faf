import type { ReactElement } from 'react';
import { InlineAlert } from '../../components/InlineAlert';
import { describeFailure } from '../../k8s/apiError';
import type { Loadable } from '../../k8s/loadable';
import type { VmSidecars } from '../../k8s/useVmSidecars';
import { useSidecarTranslation } from '../../i18n';

const failureOf = (value: Loadable<unknown>): unknown =>
  value.status === 'failed' ? value.error : value.status === 'loaded' ? value.problem : undefined;

/** Says what could not be read, so that the state is not taken for more than it is. */
export const UnreadParts = ({ sidecars }: { sidecars: VmSidecars }): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const { vmi, launcher, configMaps, gate } = sidecars;
  const failed = [
    { what: t('the running instance'), error: failureOf(vmi) },
    { what: t('the pods of the VM'), error: failureOf(launcher) },
    { what: t('the ConfigMaps of the namespace'), error: failureOf(configMaps) },
    { what: t('the feature gate'), error: failureOf(gate.kubevirt) },
  ].filter(({ error }) => error !== undefined);
  return failed.length === 0 ? null : (
    <InlineAlert variant="warning" title={t('The state may be incomplete')} data-test="unread-parts">
      {failed.map(({ what, error }) => (
        <p key={what}>
          {t('Could not read {{what}}. The cluster said: {{message}}', {
            what,
            message: describeFailure(error).message,
          })}
        </p>
      ))}
    </InlineAlert>
  );
};
