import { defineConfig, type Plugin } from 'i18next-cli';

const NAMESPACE = 'plugin__kubevirt-sidecar-plugin';

/** Finds the plugin's sentences in console-extensions.json, where the console translates `%namespace~key%`. */
const extensions: Plugin = {
  name: 'console-extensions',
  onLoad: (code, path) =>
    path.endsWith('.json')
      ? [...code.matchAll(/%plugin__kubevirt-sidecar-plugin~([^%]+)%/g)]
          .map(([, key]) => `t(${JSON.stringify(key)});`)
          .join('\n')
      : code,
};

export default defineConfig({
  locales: ['en'],
  extract: {
    input: ['src/**/*.{ts,tsx}', 'console-extensions.json'],
    ignore: ['src/**/*.spec.{ts,tsx}', 'src/testing/**'],
    output: 'locales/{{language}}/{{namespace}}.json',
    defaultNS: NAMESPACE,
    keySeparator: false,
    nsSeparator: '~',
    contextSeparator: '~',
  },
  plugins: [extensions],
});
