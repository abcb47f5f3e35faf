import { resolve } from 'node:path';
import type { Chunk, Configuration } from 'webpack';
import webpack from 'webpack';
import { sharedModules } from './sharedModules';

const root = resolve(import.meta.dirname, '../..');
const host = resolve(import.meta.dirname, 'host');

/** The folder from which the server serves the host. */
const hostOutput = resolve(root, '.cache/console-host');

/** Workers must not load the page's chunks. */
const inPage = ({ name }: Chunk): boolean => name !== 'main' && name?.endsWith('-worker') !== true;

/** The embedded console's front end. Not minified, because it is served locally and the first build must be fast. */
const config: Configuration = {
  mode: 'production',
  context: host,
  entry: { main: './main.ts' },
  output: {
    path: hostOutput,
    publicPath: '/static/',
    filename: '[name].js',
    chunkFilename: 'chunk-[name]-[contenthash].js',
    assetModuleFilename: 'asset-[name]-[contenthash][ext]',
    clean: true,
    // The real console's name matters: of two modules with the same version, the one with the later name is used.
    uniqueName: 'openshift-console',
  },
  resolve: {
    extensions: ['.tsx', '.ts', '.js'],
    alias: {
      // Modules that the SDK package expects from the console.
      '@console': resolve(host, 'shims'),
    },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic', development: false } },
              target: 'es2022',
            },
          },
        },
      },
      // PatternFly's styles are one file in the document, so imports of single style sheets must add nothing.
      { test: /\.css$/, include: /@patternfly/, type: 'asset/source' },
      { test: /\.css$/, exclude: /@patternfly/, use: ['style-loader', 'css-loader'] },
      // host.css has the rules of the SDK's three style sheets.
      { test: /\.scss$/, type: 'asset/source' },
      { test: /\.(ttf|woff2?|svg|png)$/, type: 'asset/resource' },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  plugins: [new webpack.sharing.ProvideSharedPlugin({ provides: sharedModules(root) })],
  optimization: {
    minimize: false,
    chunkIds: 'named',
    splitChunks: {
      cacheGroups: {
        monaco: {
          test: /node_modules[\\/](monaco-editor|@monaco-editor)[\\/]/,
          name: 'monaco',
          chunks: inPage,
          priority: 20,
          enforce: true,
        },
        vendor: { test: /node_modules[\\/]/, name: 'vendor', chunks: inPage, priority: 10, enforce: true },
      },
    },
  },
  performance: { hints: false },
  devtool: false,
  cache: { type: 'filesystem', cacheDirectory: resolve(root, '.cache/webpack-host') },
};

export default config;
