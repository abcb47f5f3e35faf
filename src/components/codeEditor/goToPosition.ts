import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import type { RefObject } from 'react';

/** Moves the editor's cursor and scrolls it into view. Lines and columns start at 1. */
export const goToPosition = (
  { current }: RefObject<CodeEditorRef>,
  { line, column }: { line: number; column: number },
): void => {
  const position = { lineNumber: line, column };
  // The console sets the reference before its editor exists.
  const editor = current?.editor as CodeEditorRef['editor'] | undefined | null;
  editor?.setPosition(position);
  editor?.revealPositionInCenter(position);
  editor?.focus();
};
