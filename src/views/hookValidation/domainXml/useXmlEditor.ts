import type { RefCallback } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import type { LineMark } from '../../../sidecars/domainXml/lineMarks';
import { registerXml } from './registerXml';

/** Lines to scroll into view; a new object scrolls again. */
export interface LineWish {
  lines: readonly number[];
}

export interface XmlEditor {
  ref: RefCallback<CodeEditorRef>;
  /** Opens the editor's search; undefined until the editor is there. */
  find: (() => void) | undefined;
}

/** React hook: marks lines in the editor and scrolls to the requested ones. */
export const useXmlEditor = (marks: readonly LineMark[], wish: LineWish | undefined): XmlEditor => {
  const [mounted, setMounted] = useState<CodeEditorRef>();
  const ref = useCallback((handle: CodeEditorRef | null) => {
    // The console sets the properties of its handle once the editor is loaded; the type does not say so.
    const parts: Partial<CodeEditorRef> = handle ?? {};
    setMounted(handle !== null && parts.editor && parts.monaco ? handle : undefined);
  }, []);
  const editor = mounted?.editor;

  useEffect(() => {
    if (mounted !== undefined) {
      registerXml(mounted);
    }
  }, [mounted]);

  useEffect(() => {
    const decorations = marks.map(({ line, tone }) => ({
      range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
      options: {
        isWholeLine: true,
        className: `ksp-xml-line ksp-xml-line--${tone}`,
        linesDecorationsClassName: `ksp-xml-margin ksp-xml-margin--${tone}`,
      },
    }));
    const collection = editor?.createDecorationsCollection(decorations);
    // When the editor gets a new text, it drops the decorations.
    const content = editor?.onDidChangeModelContent(() => collection?.set(decorations));
    return () => {
      content?.dispose();
      collection?.clear();
    };
  }, [editor, marks]);

  useEffect(() => {
    const first = wish?.lines[0];
    const last = wish?.lines.at(-1);
    if (editor === undefined || first === undefined || last === undefined) {
      return;
    }
    // Not a selection, because the search would start from it.
    editor.setPosition({ lineNumber: first, column: 1 });
    editor.revealLinesInCenter(first, last);
    editor.getContainerDomNode().scrollIntoView({ block: 'nearest' });
    editor.focus();
  }, [editor, wish]);

  const find = useCallback(() => {
    editor?.focus();
    void editor?.getAction('actions.find')?.run();
  }, [editor]);
  return { ref, find: editor === undefined ? undefined : find };
};
