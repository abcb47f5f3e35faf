import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { CycloneDxWebpackPlugin } from '@cyclonedx/webpack-plugin';
import type { ConsoleRemotePlugin as ConsoleRemotePluginClass } from '@openshift-console/dynamic-plugin-sdk-webpack';
import CopyPlugin from 'copy-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import type { Configuration } from 'webpack';
import { BuildReportPlugin } from './scripts/webpack/BuildReportPlugin';

// The SDK's webpack package is CommonJS without named export metadata.
const { ConsoleRemotePlugin } = createRequire(import.meta.url)(
  '@openshift-console/dynamic-plugin-sdk-webpack',
) as {
  ConsoleRemotePlugin: typeof ConsoleRemotePluginClass;
};

const production = process.env.NODE_ENV === 'production';

/** Builds the plugin into `dist`, as the console loads it. `NODE_ENV=production` minifies and hashes the names. */
const config: Configuration = {
  mode: production ? 'production' : 'development',
  context: resolve(import.meta.dirname, 'src'),
  // ConsoleRemotePlugin makes the entry from console-extensions.json and the exposed modules.
  entry: {},
  output: {
    path: resolve(import.meta.dirname, 'dist'),
    filename: production ? '[name]-bundle-[contenthash].min.js' : '[name]-bundle.js',
    chunkFilename: production ? '[name]-chunk-[contenthash].min.js' : '[name]-chunk.js',
    clean: true,
  },
  resolve: {
    extensions: ['.tsx', '.ts', '.js'],
    alias: { 'react-dom$': resolve(import.meta.dirname, 'src/reactDom.ts') },
  },
  module: {
    // PatternFly may need more of react-dom some day: that fails the build.
    parser: { javascript: { exportsPresence: 'error' } },
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
              target: 'es2022',
            },
          },
        },
      },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      // ESM packages without file extensions in their imports (the PatternFly packages).
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  plugins: [
    // Nothing of PatternFly is shared: components of two copies do not find each other's React contexts.
    new ConsoleRemotePlugin({ sharedDynamicModuleSettings: { packageSpecs: {} } }),
    new BuildReportPlugin(),
    // The licences of docs/third-party-licences.md come from its evidence.
    new CycloneDxWebpackPlugin({
      specVersion: '1.6',
      outputLocation: '../sbom',
      includeWellknown: false,
      collectEvidence: true,
    }),
    // The console asks the plugin's server for its texts, beside the manifest.
    new CopyPlugin({ patterns: [{ from: resolve(import.meta.dirname, 'locales'), to: 'locales' }] }),
  ],
  devtool: production ? false : 'source-map',
  optimization: {
    chunkIds: production ? 'deterministic' : 'named',
    minimize: production,
    // A tenth of the default's time.
    minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
  },
  cache: {
    type: 'filesystem',
    cacheDirectory: resolve(import.meta.dirname, '.cache/webpack-plugin'),
    // What was resolved by another configuration is stale.
    buildDependencies: { config: [import.meta.filename] },
  },
};

export default config;
