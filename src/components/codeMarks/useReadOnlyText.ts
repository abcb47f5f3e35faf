import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import { useLayoutEffect, useRef } from 'react';

/**
 * React hook: gives an editor that only shows its text a new one before the browser paints. It takes the same from its
 * property, but only a frame later.
 *
 * @param mounted undefined where the editor is left to itself
 */
export const useReadOnlyText = (mounted: CodeEditorRef | undefined, text: string): void => {
  const shown = useRef<string>();
  useLayoutEffect(() => {
    if (mounted !== undefined && text !== (shown.current ?? mounted.editor.getValue())) {
      mounted.editor.setValue(text);
    }
    shown.current = mounted === undefined ? undefined : text;
  }, [mounted, text]);
};
