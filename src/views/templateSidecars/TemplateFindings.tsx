import type { ReactElement } from 'react';
import type { TemplateFacts } from '../../data/useTemplateFacts';
import { FindingsList } from '../../features/findings/FindingsList';
import { findingText } from '../../features/findings/findingText';
import { useVmEdit } from '../../features/vmEdit/useVmEdit';
import { useSidecarTranslation } from '../../i18n';
import type { Finding } from '../../sidecars/checks/check';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { fixFinding } from '../../sidecars/plans/vmEdit';

interface TemplateFindingsProps extends Pick<TemplateFacts, 'context'> {
  vm: VirtualMachine;
  findings: readonly Finding[];
  isReadOnly: boolean;
}

/** What is wrong with a VM of a template, with fixes. */
export const TemplateFindings = ({
  vm,
  findings,
  context,
  isReadOnly,
}: TemplateFindingsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const ask = useVmEdit();
  const fix = (finding: Finding): void => {
    const { what, cure } = findingText(t, finding);
    ask({
      vm,
      edit: fixFinding(finding, context),
      title: t('Fix it?'),
      submitLabel: t('Save'),
      explanation: [what, cure],
    });
  };
  return <FindingsList findings={findings} {...(!isReadOnly && { onFix: fix })} />;
};
