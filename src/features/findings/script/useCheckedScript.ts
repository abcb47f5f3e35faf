import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import type { Finding } from '../../../sidecars/checks/check';
import type { ScriptSource } from '../../../sidecars/checks/script/runScriptChecks';
import { useSidecarTranslation } from '../../../i18n';
import { goToPosition } from '../../../components/codeEditor/goToPosition';
import type { CodeMark } from '../../../components/codeEditor/useCodeMarks';
import { findingText } from '../findingText';
import { useScriptChecks } from './useScriptChecks';

/** What is known about the environment in which the script runs. */
export type ScriptSurroundings = Pick<ScriptSource, 'inDefaultImage' | 'kubevirtVersion'>;

export interface CheckedScript {
  /** The editor that shows the script. */
  editor: RefObject<CodeEditorRef>;
  /** The findings, underlined in the editor. */
  marks: readonly CodeMark[];
  findings: readonly Finding[];
  goTo: (position: { line: number; column: number }) => void;
  /** Undefined where the script cannot be changed now. */
  fix: ((finding: Finding) => void) | undefined;
  /** The finding that was just fixed. */
  fixed: { finding: Finding; undo: () => void } | undefined;
}

/**
 * React hook: what checks find in a script, for an editor and a list of the findings.
 *
 * @param onChange undefined where the script can only be read
 */
export const useCheckedScript = (
  { configMap, key, text, hookPoint, inDefaultImage, kubevirtVersion }: ScriptSource,
  onChange: ((text: string) => void) | undefined,
): CheckedScript => {
  const { t } = useSidecarTranslation();
  const editor = useRef<CodeEditorRef>(null);
  const [fixed, setFixed] = useState<{ before: string; after: string; finding: Finding }>();
  const sources = useCallback(
    // The form itself warns of an empty script.
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
  const isFixed = fixed?.after === text;
  return {
    editor,
    marks,
    // What was just fixed is listed again only if the next check finds it.
    findings: isFixed ? findings.filter((finding) => finding !== fixed.finding) : findings,
    goTo: (position) => {
      goToPosition(editor, position);
    },
    fix:
      // A fix is of the text that was checked: while somebody types, it would undo what was typed since.
      isCurrent && onChange !== undefined
        ? (finding) => {
            if (finding.fix?.kind === 'script') {
              setFixed({ before: text, after: finding.fix.text, finding });
              onChange(finding.fix.text);
            }
          }
        : undefined,
    fixed: isFixed
      ? {
          finding: fixed.finding,
          undo: () => {
            onChange?.(fixed.before);
          },
        }
      : undefined,
  };
};
