import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { InlineAlert } from '../../components/InlineAlert';
import { describeFailure, isForbidden, isNotFound } from '../../apiError';
import { useSidecarTranslation } from '../../i18n';
import { FailureAlert } from '../../components/FailureAlert';
import { failureText } from '../../components/failureText';
import { featureGatePath } from '../gate/featureGatePath';
import { holderNoun } from '../holders/holderText';
import { isGateRefusal } from '../../sidecars/findings/cluster';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { AttachConflict } from './saveAttach';

interface AttachErrorProps {
  error: unknown;
  /** What could not be saved. */
  object: KubernetesObject;
}

/** Why saving failed and what to do, with the cluster's message. */
export const AttachError = ({ error, object }: AttachErrorProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { message } = describeFailure(error);
  const kind = holderNoun(t, object);
  const said = <p>{failureText(t, error)}</p>;
  if (isGateRefusal(message)) {
    return (
      <InlineAlert
        isLiveRegion
        variant="danger"
        title={t('KubeVirt refused it: the feature gate Sidecar is off')}
      >
        <p>{t('Your input is kept. Once the gate is on, save again.')}</p>
        {said}
        <p>
          {/* Here it would replace the page, but the input is in this one. */}
          <Link to={featureGatePath(object.metadata.namespace)} target="_blank" rel="noopener">
            {t('Open the Feature gate tab in a new window')}
          </Link>
        </p>
      </InlineAlert>
    );
  }
  if (error instanceof AttachConflict) {
    return (
      <InlineAlert isLiveRegion variant="danger" title={t('The {{kind}} was changed meanwhile', { kind })}>
        {error.fits
          ? t('Nothing was saved. Save again if it still does what you want.')
          : t('Your edit no longer fits and was not saved. The problem is shown above.')}
      </InlineAlert>
    );
  }
  const title = isForbidden(error)
    ? t('You may not do this')
    : isNotFound(error)
      ? t('The {{kind}} no longer exists', { kind })
      : t('It could not be saved');
  return <FailureAlert error={error} title={title} />;
};
