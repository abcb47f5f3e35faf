/** Types of layers.config.js. With allowJs instead, tsx takes TypeScript sources inside of packages for their JavaScript. */
import type { Linter } from 'eslint';

export const srcLayers: Linter.Config;
export const devLayers: Linter.Config;
