import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import type { RefObject } from 'react';

/** Puts the editor's cursor there, in view. Lines and columns count from 1. */
export const goToPosition = (
  { current }: RefObject<CodeEditorRef>,
  { line, column }: { line: number; column: number },
): void => {
  const position = { lineNumber: line, column };
  // The console's reference is there before its editor is.
  const editor = current?.editor as CodeEditorRef['editor'] | undefined | null;
  editor?.setPosition(position);
  editor?.revealPositionInCenter(position);
  editor?.focus();
};
