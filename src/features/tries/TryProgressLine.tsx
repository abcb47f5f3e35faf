import type { ReactElement } from 'react';
import { Flex, FlexItem, Spinner } from '@patternfly/react-core';
import { FoldedText } from '../../components/FoldedText';
import { InlineAlert } from '../../components/InlineAlert';
import type { TryProgress } from '../../data/tryPod/trySession';
import { useSidecarTranslation } from '../../i18n';
import { visibleText } from '../../sidecars/text/visibleText';
import { imageText } from './imageText';
import { cureText } from './obstacleText';

interface TryProgressLineProps {
  progress: Exclude<TryProgress, { step: 'calling' }>;
}

/** Why no call runs yet. */
export const TryProgressLine = ({ progress }: TryProgressLineProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const said = progress.step === 'starting' ? progress.said : '';
  return (
    <>
      <Flex role="status" alignItems={{ default: 'alignItemsCenter' }} gap={{ default: 'gapSm' }}>
        <Spinner size="md" aria-hidden="true" />
        <FlexItem>
          {progress.step === 'creating'
            ? t('Creating a pod for the try…')
            : t('Waiting for pod {{name}} to start…', { name: progress.pod })}
        </FlexItem>
      </Flex>
      {progress.step !== 'starting' || said === '' ? null : (
        <InlineAlert isLiveRegion variant="warning" title={t('The pod does not start')}>
          <FoldedText text={visibleText(said)} />
          <p>{imageText(t, progress.image)}</p>
          <p>{cureText(t, said)}</p>
        </InlineAlert>
      )}
    </>
  );
};
