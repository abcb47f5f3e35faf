import type { CodeEditorProps, CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import { useLayoutEffect, useRef } from 'react';

/**
 * React hook: gives an editor that only shows its text a new one before the browser paints. It takes the same from its
 * property, but only a frame later.
 *
 * @param mounted undefined where the editor is left to itself
 * @param options what the editor needs for this text: it would get them too late as well, and go through a large text
 *   by those of the one before
 */
export const useReadOnlyText = (
  mounted: CodeEditorRef | undefined,
  text: string,
  options: NonNullable<CodeEditorProps['options']>,
): void => {
  const shown = useRef<string>();
  useLayoutEffect(() => {
    if (mounted !== undefined && text !== (shown.current ?? mounted.editor.getValue())) {
      mounted.editor.updateOptions(options);
      mounted.editor.setValue(text);
    }
    shown.current = mounted === undefined ? undefined : text;
  }, [mounted, text, options]);
};
