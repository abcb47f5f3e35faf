import { EventEmitter } from 'node:events';

/** Finds the plugin's sentences in console-extensions.json, where the console translates `%namespace~key%`. */
class ExtensionsLexer extends EventEmitter {
  extract(content) {
    return [...content.matchAll(/%plugin__kubevirt-sidecar-plugin~([^%]+)%/g)].map((match) => ({
      key: match[1],
    }));
  }
}

export default {
  input: ['src/**/*.{ts,tsx}', '!src/**/*.spec.{ts,tsx}', '!src/testing/**', 'console-extensions.json'],
  output: 'locales/$LOCALE/$NAMESPACE.json',
  locales: ['en'],
  defaultNamespace: 'plugin__kubevirt-sidecar-plugin',
  namespaceSeparator: '~',
  keySeparator: false,
  contextSeparator: '~',
  createOldCatalogs: false,
  keepRemoved: false,
  sort: true,
  lineEnding: 'lf',
  // The English sentence is its own key.
  defaultValue: (_locale, _namespace, key) => key,
  lexers: {
    ts: ['JavascriptLexer'],
    tsx: ['JsxLexer'],
    json: [ExtensionsLexer],
    default: ['JavascriptLexer'],
  },
};
