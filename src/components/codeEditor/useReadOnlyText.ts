import type { CodeEditorProps, CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import { useLayoutEffect, useRef } from 'react';

/**
 * React hook: gives a read-only editor a new text before the browser paints. Through its property the editor would get the
 * text a frame later.
 *
 * @param mounted undefined if the editor should get its text by the property
 * @param options the editor's options for this text. By the property they would come too late: the editor would scan a
 *   large text with the options of the previous one
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
