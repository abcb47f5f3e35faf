import { loader } from '@monaco-editor/react';
import 'monaco-editor/esm/vs/editor/editor.all';
import * as monaco from 'monaco-editor/esm/vs/editor/editor.api';
import 'monaco-editor/esm/vs/basic-languages/python/python.contribution';
import 'monaco-editor/esm/vs/basic-languages/shell/shell.contribution';
import 'monaco-editor/esm/vs/basic-languages/xml/xml.contribution';
import 'monaco-editor/esm/vs/basic-languages/yaml/yaml.contribution';
import 'monaco-editor/esm/vs/language/json/monaco.contribution';

// Worker files of the same origin, because the content security policy forbids blob: workers.
window.MonacoEnvironment = {
  getWorker: (_id, label) =>
    label === 'json'
      ? new Worker(
          /* webpackChunkName: "json-worker" */ new URL(
            'monaco-editor/esm/vs/language/json/json.worker',
            import.meta.url,
          ),
        )
      : new Worker(
          /* webpackChunkName: "editor-worker" */ new URL(
            'monaco-editor/esm/vs/editor/editor.worker',
            import.meta.url,
          ),
        ),
};

// Without this the loader would fetch Monaco from a CDN.
loader.config({ monaco });

export { monaco };
