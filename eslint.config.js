import jsxA11y from 'eslint-plugin-jsx-a11y';
import playwright from 'eslint-plugin-playwright';
import reactHooks from 'eslint-plugin-react-hooks';
import testingLibrary from 'eslint-plugin-testing-library';
import tseslint from 'typescript-eslint';
import { devLayers, srcLayers } from './layers.config.js';

export default tseslint.config(
  { ignores: ['dist', '.cache', 'coverage', 'node_modules', 'test-results', 'playwright-report'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['stylelint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 250, skipComments: false, skipBlankLines: false }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['*.config.js'],
    ...tseslint.configs.disableTypeChecked,
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'dev/console/host/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='t'][arguments.0.type!='Literal']",
          message: 'The extraction finds literal sentences only: this one would be missing.',
        },
        {
          selector: "[name.name='dangerouslySetInnerHTML'], [key.name='dangerouslySetInnerHTML']",
          message: 'What others wrote is shown as text, never as markup.',
        },
        {
          selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
          message: 'What others wrote is shown as text, never as markup.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@openshift-console/dynamic-plugin-sdk',
              importNames: [
                'useK8sWatchResource',
                'useK8sWatchResources',
                'k8sPatch',
                'k8sCreate',
                'k8sUpdate',
                'k8sDelete',
                'k8sGet',
                'k8sList',
                'consoleFetch',
                'consoleFetchJSON',
                'consoleFetchText',
                'useAccessReview',
                'checkAccess',
              ],
              message: 'Talk to the API through src/k8s.',
            },
          ],
          patterns: [
            {
              group: ['@openshift-console/dynamic-plugin-sdk/*'],
              message: 'The SDK is imported from its index.',
            },
            { group: ['@patternfly/*/dist/*'], message: 'PatternFly is imported from its index.' },
            { group: ['**/dev/**'], message: 'src never imports dev.' },
          ],
        },
      ],
    },
  },
  srcLayers,
  devLayers,
  {
    files: ['src/k8s/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/dev/**'], message: 'src never imports dev.' }] },
      ],
    },
  },
  {
    files: ['src/sidecars/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                'react',
                'react-*',
                'i18next',
                'react-i18next',
                '@patternfly/*',
                '@openshift-console/*',
                '**/dev/**',
              ],
              message: 'src/sidecars is true without a browser: no React, SDK, PatternFly or i18next.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.spec.{ts,tsx}', 'src/testing/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/**/*.spec.tsx', 'dev/console/host/**/*.spec.tsx'],
    ...testingLibrary.configs['flat/react'],
  },
  {
    files: ['**/*.spec.{ts,tsx}'],
    ignores: ['**/*.isolated.spec.tsx'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['mock', 'doMock', 'resetModules'].map((property) => ({
          object: 'vi',
          property,
          message: 'Spec files share their modules: one that replaces some is an .isolated.spec.tsx.',
        })),
      ],
    },
  },
  { files: ['integration-tests/**/*.ts'], ...playwright.configs['flat/recommended'] },
  {
    files: ['dev/**', 'scripts/**', 'integration-tests/**', 'charts/**'],
    ignores: ['dev/console/host/**'],
    rules: { 'no-console': 'off' },
  },
);
