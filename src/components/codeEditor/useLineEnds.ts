import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect } from 'react';

/**
 * React hook: makes the editor write line feeds once its text has no carriage returns. Monaco remembers the line ends of
 * the first text, and would insert them again at the next key.
 */
export const useLineEnds = (mounted: CodeEditorRef | undefined, text: string): void => {
  useEffect(() => {
    const model = mounted?.editor.getModel();
    if (mounted !== undefined && model?.getEOL() === '\r\n' && !text.includes('\r\n')) {
      model.pushEOL(mounted.monaco.editor.EndOfLineSequence.LF);
    }
  }, [mounted, text]);
};
