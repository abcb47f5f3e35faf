import type { ReactElement } from 'react';
import { AlertActionLink } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { failureText } from '../../components/failureText';
import { StaleAlert } from '../../components/StaleAlert';
import { oldestStale, type Loadable } from '../../loadable';
import type { VmSidecars } from '../../data/useVmSidecars';
import { useSidecarTranslation } from '../../i18n';

const failureOf = (value: Loadable<unknown> | undefined): unknown =>
  value?.status === 'failed' ? value.error : value?.status === 'loaded' ? value.problem : undefined;

const retryOf = (value: Loadable<unknown> | undefined): (() => void) | undefined =>
  value === undefined || value.status === 'loading' ? undefined : value.retry;

interface UnreadPartsProps {
  sidecars: Pick<VmSidecars, 'vmi' | 'launcher' | 'configMaps' | 'claims' | 'gate'>;
}

/** Says what could not be read, or since when it is not up to date, because the state may then be incomplete. */
export const UnreadParts = ({ sidecars }: UnreadPartsProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const { vmi, launcher, configMaps, claims, gate } = sidecars;
  const failed = [
    { what: t('the running instance'), value: vmi },
    { what: t('the pods of the VM'), value: launcher },
    { what: t('the ConfigMaps of the namespace'), value: configMaps },
    { what: t('the PersistentVolumeClaims of the namespace'), value: claims },
    { what: t('the feature gate'), value: gate.kubevirt },
  ].filter(({ value }) => failureOf(value) !== undefined);
  if (failed.length === 0) {
    const { staleSince } = oldestStale(
      ...[vmi, launcher, configMaps, claims].filter((one) => one !== undefined),
    );
    return staleSince === undefined ? null : <StaleAlert since={staleSince} />;
  }
  return (
    <InlineAlert
      variant="warning"
      title={t('The state may be incomplete')}
      data-test="unread-parts"
      actionLinks={
        <AlertActionLink
          onClick={() => {
            failed.forEach(({ value }) => retryOf(value)?.());
          }}
        >
          {t('Try again')}
        </AlertActionLink>
      }
    >
      {failed.map(({ what, value }) => (
        <p key={what}>
          {t('Could not read {{what}}.', { what })} {failureText(t, failureOf(value))}
        </p>
      ))}
    </InlineAlert>
  );
};
