import type { CodeEditorProps as PfCodeEditorProps } from '@patternfly/react-code-editor';
import type * as monaco from 'monaco-editor/esm/vs/editor/editor.api';
import type { ReactNode } from 'react';

export interface HostCodeEditorProps extends Partial<
  Omit<PfCodeEditorProps, 'ref' | 'code' | 'shortcutsPopoverProps'>
> {
  value?: string;
  /** A CSS height. */
  minHeight?: string;
  showShortcuts?: boolean;
  toolbarLinks?: ReactNode[];
  shortcutsPopoverProps?: Partial<PfCodeEditorProps['shortcutsPopoverProps']>;
  onSave?: () => void;
}

export interface CodeEditorRef {
  editor: monaco.editor.IStandaloneCodeEditor;
  monaco: typeof monaco;
}
