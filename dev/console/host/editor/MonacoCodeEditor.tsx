import { CodeEditor } from '@patternfly/react-code-editor';
import type { EditorDidMount } from '@patternfly/react-code-editor';
import { forwardRef, useCallback, useImperativeHandle, useRef, useState } from 'react';
import { useDarkTheme } from '../layout/useDarkTheme';
import type { CodeEditorRef, HostCodeEditorProps } from './codeEditorProps';
import { monaco } from './monaco';

const SHORTCUTS = {
  bodyContent: (
    <dl className="ech-shortcuts">
      <dt>Ctrl + F</dt>
      <dd>Search</dd>
      <dt>Ctrl + S</dt>
      <dd>Save</dd>
      <dt>F1</dt>
      <dd>All commands</dd>
    </dl>
  ),
};

/** PatternFly's code editor with Monaco loaded from the host's own files. */
export const MonacoCodeEditor = forwardRef<CodeEditorRef, HostCodeEditorProps>(function MonacoCodeEditor(
  {
    value,
    minHeight = '300px',
    showShortcuts = false,
    toolbarLinks,
    shortcutsPopoverProps,
    onSave,
    onEditorDidMount,
    options,
    editorProps,
    ...props
  },
  ref,
) {
  const isDark = useDarkTheme();
  const [editor, setEditor] = useState<CodeEditorRef>();
  const save = useRef(onSave);
  save.current = onSave;
  useImperativeHandle(ref, () => editor ?? ({} as CodeEditorRef), [editor]);

  const mount = useCallback<EditorDidMount>(
    (mounted, api) => {
      setEditor({ editor: mounted, monaco });
      mounted.layout();
      // The console's editor takes the focus too.
      mounted.focus();
      mounted.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, () => save.current?.());
      onEditorDidMount?.(mounted, api);
    },
    [onEditorDidMount],
  );

  return (
    <div className="ech-code-editor" style={{ minHeight }}>
      <CodeEditor
        isDarkTheme={isDark}
        isLineNumbersVisible
        height={minHeight}
        {...props}
        // The console's editor ignores all other editorProps too.
        editorProps={editorProps?.beforeMount === undefined ? {} : { beforeMount: editorProps.beforeMount }}
        code={value ?? ''}
        customControls={toolbarLinks ?? props.customControls}
        shortcutsPopoverProps={showShortcuts ? { ...SHORTCUTS, ...shortcutsPopoverProps } : undefined}
        options={{ automaticLayout: true, scrollBeyondLastLine: false, tabSize: 2, ...options }}
        onEditorDidMount={mount}
      />
    </div>
  );
});
