import type { ReactElement } from 'react';
import { FormHelperText, HelperText, HelperTextItem, type HelperTextItemProps } from '@patternfly/react-core';
import type { Finding, Severity } from '../../sidecars/checks/check';
import { useSidecarTranslation } from '../../i18n';
import { findingText } from '../../features/findings/findingText';

interface FieldHelpProps {
  /** For `aria-describedby` of the field. */
  id: string;
  problem?: string | undefined;
  warning?: string | undefined;
  hint?: string | undefined;
  /** What checks say of the value. */
  findings?: readonly Finding[] | undefined;
}

const VARIANTS: Record<Severity, HelperTextItemProps['variant']> = {
  error: 'error',
  warning: 'warning',
  advice: 'indeterminate',
};

/** Whether a field with these findings is marked as wrong. */
export const hasError = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');

const FindingHelp = ({ finding }: { finding: Finding }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { what, why, cure } = findingText(t, finding);
  return (
    <HelperTextItem variant={VARIANTS[finding.severity]} data-test={`field-finding-${finding.id}`}>
      <strong>{what}.</strong> {why} {cure}
    </HelperTextItem>
  );
};

/** What is said below a field: what is wrong with its value, else what may be, else what it is for. */
export const FieldHelp = ({ id, problem, warning, hint, findings = [] }: FieldHelpProps): ReactElement => {
  const text = problem ?? warning ?? (findings.length === 0 ? hint : undefined);
  const variant = problem !== undefined ? 'error' : warning !== undefined ? 'warning' : 'default';
  return (
    <FormHelperText>
      <HelperText id={id} isLiveRegion>
        {text === undefined ? null : <HelperTextItem variant={variant}>{text}</HelperTextItem>}
        {problem === undefined
          ? findings.map((finding) => (
              <FindingHelp key={JSON.stringify([finding.id, finding.params])} finding={finding} />
            ))
          : null}
      </HelperText>
    </FormHelperText>
  );
};
