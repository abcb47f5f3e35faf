import type { ReactElement } from 'react';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
} from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { CopyBlock } from '../../../components/CopyBlock';
import { groupVersionKind } from '../../../k8s/models';
import { HCO_JSONPATCH_ANNOTATION } from '../../../sidecars/annotation/constants';
import type { HcoGateStatus } from '../../../sidecars/featureGate/gateStatus';
import type { HcoPatch } from '../../../sidecars/featureGate/hcoAnnotation';
import { spellJson } from '../../../sidecars/json/jsonSpelling';
import { visibleText } from '../../../sidecars/text/visibleText';
import type { HyperConverged } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';

const Annotation = ({
  annotation,
  failure,
}: {
  annotation: HcoPatch;
  failure: string | undefined;
}): ReactElement => {
  const { t } = useSidecarTranslation();
  switch (annotation.kind) {
    case 'absent':
      return <span className="pf-v6-u-text-color-subtle">{t('Not set')}</span>;
    case 'parsed':
      return (
        <CopyBlock
          hasTitle={false}
          label={t('Operations in the jsonpatch annotation')}
          text={spellJson(annotation.operations, 'lines')}
        />
      );
    case 'malformed':
      return (
        <>
          <InlineAlert
            variant="danger"
            className="pf-v6-u-mb-sm"
            title={t('HCO cannot apply it: line {{line}}, column {{column}}', {
              line: annotation.line,
              column: annotation.column,
            })}
            data-test="hco-annotation-malformed"
          >
            {failure === undefined ? null : (
              <p>{t('HCO says: {{condition}}', { condition: visibleText(failure) })}</p>
            )}
            <p>
              {t(
                'None of its operations takes effect. It is not overwritten here: repair it in the YAML of the HyperConverged object.',
              )}
            </p>
          </InlineAlert>
          <CopyBlock hasTitle={false} label={t('The jsonpatch annotation as it is')} text={annotation.text} />
        </>
      );
  }
};

interface HcoObjectEvidenceProps {
  hco: HyperConverged;
  model: K8sModel;
  status: HcoGateStatus | undefined;
}

export const HcoObjectEvidence = ({ hco, model, status }: HcoObjectEvidenceProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { name, namespace } = hco.metadata;
  return (
    <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: '11rem' }}>
      <DescriptionListGroup>
        <DescriptionListTerm>{t('HyperConverged object')}</DescriptionListTerm>
        <DescriptionListDescription>
          <ResourceLink groupVersionKind={groupVersionKind(model)} name={name} namespace={namespace} />
        </DescriptionListDescription>
      </DescriptionListGroup>
      <DescriptionListGroup>
        <DescriptionListTerm>{t('Requests Sidecar')}</DescriptionListTerm>
        <DescriptionListDescription>{status?.asked === true ? t('Yes') : t('No')}</DescriptionListDescription>
      </DescriptionListGroup>
      <DescriptionListGroup>
        <DescriptionListTerm>{t('Tainted configuration')}</DescriptionListTerm>
        <DescriptionListDescription>
          {status?.tainted === true ? (
            <>
              <Label isCompact status="warning">
                TaintedConfiguration
              </Label>
              <p className="pf-v6-u-mt-xs">{status.taintedMessage}</p>
              <p className="pf-v6-u-text-color-subtle">
                {t('Take the annotation out before an upgrade, and put it back afterwards.')}
              </p>
            </>
          ) : (
            t('No')
          )}
        </DescriptionListDescription>
      </DescriptionListGroup>
      <DescriptionListGroup>
        <DescriptionListTerm>{t('Annotation')}</DescriptionListTerm>
        <DescriptionListDescription>
          <p className="pf-v6-u-font-family-monospace pf-v6-u-mb-sm">{HCO_JSONPATCH_ANNOTATION}</p>
          <Annotation annotation={status?.annotation ?? { kind: 'absent' }} failure={status?.failure} />
        </DescriptionListDescription>
      </DescriptionListGroup>
    </DescriptionList>
  );
};
