import type { Configuration } from 'webpack';
import webpack from 'webpack';

/** Runs one build. Errors go to stderr; the process then ends with exit code 1. */
export const runWebpack = async (config: Configuration): Promise<void> => {
  const compiler = webpack(config);
  await new Promise<void>((resolve) => {
    compiler.run((error, stats) => {
      if (error !== null) {
        console.error(error.stack ?? error.message);
        process.exitCode = 1;
      }
      if (stats?.hasErrors() === true) {
        console.error(stats.toString({ preset: 'errors-only', colors: process.stderr.isTTY }));
        process.exitCode = 1;
      }
      // Closing the compiler writes the file cache.
      compiler.close(() => {
        resolve();
      });
    });
  });
};
