import { Bullseye, Spinner } from '@patternfly/react-core';
import { Suspense, forwardRef, lazy } from 'react';
import type { CodeEditorRef, HostCodeEditorProps } from './codeEditorProps';

// Monaco is several megabytes: it loads when the first editor is shown.
const MonacoCodeEditor = lazy(async () => ({
  default: (await import('./MonacoCodeEditor')).MonacoCodeEditor,
}));

/** The console's code editor. `ref` gives Monaco's editor and namespace once it is shown. */
export const AsyncCodeEditor = forwardRef<CodeEditorRef, HostCodeEditorProps>((props, ref) => (
  <Suspense
    fallback={
      <Bullseye style={{ minHeight: props.minHeight }}>
        <Spinner aria-label="Loading the editor" />
      </Bullseye>
    }
  >
    <MonacoCodeEditor {...props} editorRef={ref} />
  </Suspense>
));
AsyncCodeEditor.displayName = 'AsyncCodeEditor';
