// The console loads the plugin minified and with hashed names: webpack.config.ts reads this when it is evaluated.
process.env.NODE_ENV = 'production';

const [{ default: config }, { runWebpack }] = await Promise.all([
  import('../webpack.config'),
  import('./runWebpack'),
]);

await runWebpack(config);

export {};
