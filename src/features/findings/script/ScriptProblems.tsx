import type { ReactElement } from 'react';
import { AlertActionLink } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../../i18n';
import { InlineAlert } from '../../../components/InlineAlert';
import { findingText } from '../findingText';
import { ScriptFindingsList } from './ScriptFindingsList';
import type { CheckedScript } from './useCheckedScript';

type ScriptProblemsProps = Pick<CheckedScript, 'findings' | 'goTo' | 'fix' | 'fixed'>;

/** What checks found in a script, with a fix where there is one, and what was just fixed. */
export const ScriptProblems = ({ findings, goTo, fix, fixed }: ScriptProblemsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <div aria-live="polite">
      {fixed === undefined ? null : (
        <InlineAlert
          isPlain
          variant="success"
          title={t('Fixed: {{what}}', { what: findingText(t, fixed.finding).what })}
          actionLinks={<AlertActionLink onClick={fixed.undo}>{t('Undo')}</AlertActionLink>}
        />
      )}
      <ScriptFindingsList findings={findings} onGoTo={goTo} onFix={fix} />
    </div>
  );
};
