import type { ReactElement } from 'react';
import { Stack, StackItem, Title } from '@patternfly/react-core';
import { CopyBlock } from '../../components/CopyBlock';
import { InlineAlert } from '../../components/InlineAlert';
import { useSidecarTranslation } from '../../i18n';
import { prettyAnnotation } from '../../sidecars/plans/attach/rebase';
import type { ProcessedVm } from '../../sidecars/templates/processedVms';
import { FindingsList } from '../findings/FindingsList';

/** The annotation of a VM as the server made it, and what is wrong with it. */
export const PreviewedVm = ({ vm: { name, annotation, findings } }: { vm: ProcessedVm }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <Stack hasGutter>
      <StackItem>
        <Title headingLevel="h2" size="md" className="pf-v6-u-text-break-word">
          {name}
        </Title>
      </StackItem>
      {annotation === undefined ? (
        <StackItem>{t('No hook script is attached')}</StackItem>
      ) : (
        <>
          <StackItem>
            <CopyBlock label={t('Annotation of the VM')} text={prettyAnnotation(annotation)} />
          </StackItem>
          <StackItem>
            {findings.length === 0 ? (
              <InlineAlert isPlain variant="success" title={t('The checks found no problem.')} />
            ) : (
              <FindingsList findings={findings} />
            )}
          </StackItem>
        </>
      )}
    </Stack>
  );
};
