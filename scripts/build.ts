// Makes webpack.config.ts minify and hash names, as the console needs; it reads this variable when it is imported.
process.env.NODE_ENV = 'production';

const [{ default: config }, { runWebpack }] = await Promise.all([
  import('../webpack.config'),
  import('./runWebpack'),
]);

await runWebpack(config);

export {};
