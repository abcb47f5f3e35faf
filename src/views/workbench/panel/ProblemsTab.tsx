import type { ReactElement } from 'react';
import { ScriptProblems } from '../../../features/findings/script/ScriptProblems';
import type { CheckedScript } from '../../../features/findings/script/useCheckedScript';
import { useSidecarTranslation } from '../../../i18n';

/** What the checks find in the script. */
export const ProblemsTab = ({ checked }: { checked: CheckedScript }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { findings, goTo, fix, fixed } = checked;
  return (
    <>
      {findings.length === 0 && fixed === undefined ? (
        <p className="pf-v6-u-text-color-subtle">{t('The checks find no problem in the script.')}</p>
      ) : null}
      <ScriptProblems findings={findings} goTo={goTo} fix={fix} fixed={fixed} />
    </>
  );
};
