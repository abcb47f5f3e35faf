import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect } from 'react';
import type { Severity } from '../../sidecars/checks/check';

/** A position to underline in a text, with a message for hovering. Lines and columns start at 1. */
export interface CodeMark {
  line: number;
  column: number;
  severity: Severity;
  message: string;
}

/** The owner of these marks; the editor's languages own others. */
const OWNER = 'kubevirt-sidecar-plugin';

/** The names in Monaco's `MarkerSeverity`. */
const SEVERITIES = { error: 'Error', warning: 'Warning', advice: 'Info' } as const satisfies Record<
  Severity,
  string
>;

/**
 * React hook: underlines the marks in the editor, each to the end of its line.
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
      // A text that is being edited may be shorter than when it was checked.
      marks
        .filter(({ line }) => line <= lines)
        .map(({ line, column, severity, message }) => {
          const end = model.getLineMaxColumn(line);
          return {
            severity: mounted.monaco.MarkerSeverity[SEVERITIES[severity]],
            message,
            startLineNumber: line,
            // A mark on the last column would be invisible, so it covers the line.
            startColumn: column < end - 1 ? column : 1,
            endLineNumber: line,
            endColumn: end,
          };
        }),
    );
  }, [mounted, marks]);
};
