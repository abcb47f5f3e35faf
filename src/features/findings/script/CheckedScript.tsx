import type { ReactElement } from 'react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import { AlertActionLink } from '@patternfly/react-core';
import type { Finding } from '../../../sidecars/checks/check';
import type { ScriptSource } from '../../../sidecars/checks/script/runScriptChecks';
import { useSidecarTranslation } from '../../../i18n';
import { goToPosition } from '../../../components/codeEditor/goToPosition';
import type { CodeMark } from '../../../components/codeEditor/useCodeMarks';
import { CodeView } from '../../../components/codeEditor/CodeView';
import { findingText } from '../findingText';
import { InlineAlert } from '../../../components/InlineAlert';
import { useScriptChecks } from './useScriptChecks';
import { languageOfScript } from '../../../sidecars/scripts/scriptLanguage';
import { ScriptFindingsList } from './ScriptFindingsList';

interface CheckedScriptProps {
  source: ScriptSource;
  /** Names the editor to assistive technology. */
  label: string;
  height?: string;
  /** Where the editor starts, from 1. */
  line?: number | undefined;
  /** Undefined where the script can only be read. */
  onChange?: ((text: string) => void) | undefined;
}

/** A script with its findings: underlined in the text, and listed below it with their fixes. */
export const CheckedScript = ({
  source,
  label,
  height,
  line,
  onChange,
}: CheckedScriptProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const editor = useRef<CodeEditorRef>(null);
  const [fixed, setFixed] = useState<{ before: string; after: string; finding: Finding }>();
  const { configMap, key, text, hookPoint, inDefaultImage, kubevirtVersion } = source;
  const sources = useCallback(
    // The form itself reports an empty script.
    () => (text.trim() === '' ? [] : [{ configMap, key, text, hookPoint, inDefaultImage, kubevirtVersion }]),
    [configMap, key, text, hookPoint, inDefaultImage, kubevirtVersion],
  );
  const { findings, isCurrent } = useScriptChecks(sources);
  const marks = useMemo(
    () =>
      findings.flatMap((finding): CodeMark[] => {
        const { place, severity } = finding;
        const { what, why, cure } = findingText(t, finding);
        return place.kind === 'script' ? [{ ...place, severity, message: `${what}\n${why}\n${cure}` }] : [];
      }),
    [findings, t],
  );
  const fix = (finding: Finding): void => {
    if (finding.fix?.kind === 'script') {
      setFixed({ before: text, after: finding.fix.text, finding });
      onChange?.(finding.fix.text);
    }
  };
  return (
    <>
      <CodeView
        ref={editor}
        text={text}
        language={languageOfScript(text)}
        label={label}
        marks={marks}
        line={line}
        isReadOnly={onChange === undefined}
        height={height}
        onChange={onChange}
      />
      <div aria-live="polite" className="pf-v6-u-mt-sm">
        {fixed?.after === text ? (
          <InlineAlert
            isPlain
            variant="success"
            title={t('Fixed: {{what}}', { what: findingText(t, fixed.finding).what })}
            actionLinks={
              <AlertActionLink
                onClick={() => {
                  onChange?.(fixed.before);
                }}
              >
                {t('Undo')}
              </AlertActionLink>
            }
          />
        ) : null}
        <ScriptFindingsList
          // Hides the finding that was just fixed until the script is checked again.
          findings={findings.filter((finding) => finding !== fixed?.finding || fixed.after !== text)}
          onGoTo={(position) => {
            goToPosition(editor, position);
          }}
          // A fix is of the text that was checked: while somebody types, it would undo what was typed since.
          onFix={isCurrent && onChange !== undefined ? fix : undefined}
        />
      </div>
    </>
  );
};
