import boundaries from 'eslint-plugin-boundaries';

const layers = ['sidecars', 'k8s', 'data', 'components', 'features', 'views'];

/** Which layer of `src` may import which. */
export const srcLayers = {
  files: ['src/**/*.{ts,tsx}'],
  ignores: ['src/**/*.spec.{ts,tsx}', 'src/testing/**'],
  plugins: { boundaries },
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    'boundaries/elements': [
      { type: 'views', pattern: 'src/views/*', capture: ['view'] },
      ...[...layers.filter((layer) => layer !== 'views'), 'testing'].map((type) => ({
        type,
        pattern: `src/${type}`,
      })),
      { type: 'root', pattern: 'src/*.ts', mode: 'file' },
    ],
  },
  rules: {
    'boundaries/element-types': [
      'error',
      {
        default: 'disallow',
        message:
          '${file.type} may not import ${dependency.type}: layers go views → features → {components, data} → {k8s, sidecars}',
        rules: [
          {
            from: 'views',
            allow: [
              'features',
              'components',
              'data',
              'k8s',
              'sidecars',
              'root',
              ['views', { view: '${from.view}' }],
            ],
          },
          { from: 'features', allow: ['features', 'components', 'data', 'k8s', 'sidecars', 'root'] },
          { from: 'components', allow: ['components', 'sidecars', 'root'] },
          { from: 'data', allow: ['data', 'k8s', 'sidecars', 'root'] },
          { from: 'k8s', allow: ['k8s', 'root'] },
          { from: 'sidecars', allow: ['sidecars'] },
          { from: 'testing', allow: [...layers, 'testing', 'root'] },
        ],
      },
    ],
  },
};

/** Which folder of `dev` may import which. */
export const devLayers = {
  files: ['dev/**/*.{ts,tsx}'],
  ignores: ['**/*.spec.{ts,tsx}', 'dev/*/testing/**', 'dev/console/server/testing/**', 'dev/lab/tests/**'],
  plugins: { boundaries },
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    'boundaries/elements': [
      { type: 'contract', pattern: 'dev/cluster/contract.ts', mode: 'file' },
      ...['base', 'cluster', 'console', 'scenarios', 'lab', 'ownCluster', 'bench', 'start'].map((type) => ({
        type,
        pattern: `dev/${type}`,
      })),
      { type: 'commands', pattern: 'dev/*.ts', mode: 'file' },
      { type: 'objects', pattern: 'src/sidecars/objects/*', mode: 'full' },
      { type: 'src', pattern: 'src/**/*', mode: 'full' },
      { type: 'scripts', pattern: 'scripts/**/*', mode: 'full' },
    ],
  },
  rules: {
    'boundaries/element-types': [
      'error',
      {
        default: 'disallow',
        message: '${file.type} may not import ${dependency.type}: see ARCHITECTURE.md, "dev"',
        rules: [
          { from: 'contract', allow: ['objects'] },
          { from: 'cluster', allow: ['base', 'contract', 'cluster', 'src', 'objects'] },
          // What the embedded console shows and writes must not agree with the plugin by sharing its rules.
          { from: 'console', allow: ['base', 'contract', 'console', 'objects'] },
          { from: 'scenarios', allow: ['base', 'contract', 'cluster', 'scenarios', 'objects'] },
          { from: 'lab', allow: ['base', 'contract', 'cluster', 'lab', 'objects'] },
          { from: 'ownCluster', allow: ['base', 'console', 'ownCluster', 'objects'] },
          {
            from: 'bench',
            allow: ['base', 'contract', 'cluster', 'console', 'scenarios', 'bench', 'objects'],
          },
          {
            from: 'start',
            allow: ['base', 'contract', 'cluster', 'console', 'scenarios', 'lab', 'ownCluster', 'start'],
          },
          { from: 'commands', allow: ['base', 'start', 'bench'] },
        ],
      },
    ],
  },
};
