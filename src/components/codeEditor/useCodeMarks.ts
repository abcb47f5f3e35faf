import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect } from 'react';
import type { Severity } from '../../sidecars/checks/check';

/** Something to underline in a text, with what is said when one points at it. Lines and columns count from 1. */
export interface CodeMark {
  line: number;
  column: number;
  severity: Severity;
  message: string;
}

/** Tells these marks apart from those of the editor's own languages. */
const OWNER = 'kubevirt-sidecar-plugin';

/** By the names of Monaco's `MarkerSeverity`. */
const SEVERITIES = { error: 'Error', warning: 'Warning', advice: 'Info' } as const satisfies Record<
  Severity,
  string
>;

/**
 * React hook: underlines the marks in the editor, each from where it points to the end of its line.
 *
 * @param mounted the console's editor; undefined until it is there
 */
export const useCodeMarks = (mounted: CodeEditorRef | undefined, marks: readonly CodeMark[]): void => {
  useEffect(() => {
    const model = mounted?.editor.getModel();
    if (mounted === undefined || model === null || model === undefined) {
      return;
    }
    const lines = model.getLineCount();
    mounted.monaco.editor.setModelMarkers(
      model,
      OWNER,
      // A text that is being edited may be shorter than when it was looked at.
      marks
        .filter(({ line }) => line <= lines)
        .map(({ line, column, severity, message }) => {
          const end = model.getLineMaxColumn(line);
          return {
            severity: mounted.monaco.MarkerSeverity[SEVERITIES[severity]],
            message,
            startLineNumber: line,
            // What is at the end of a line cannot be seen alone.
            startColumn: column < end - 1 ? column : 1,
            endLineNumber: line,
            endColumn: end,
          };
        }),
    );
  }, [mounted, marks]);
};
