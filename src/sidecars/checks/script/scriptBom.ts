import { bomLength, scriptCheck } from './scriptCheck';

/** A byte order mark hides the shebang from the kernel. */
export const scriptBom = scriptCheck('scriptBom', (script) =>
  bomLength(script) === 0 ? [] : [{ pos: -1, fixed: script.source.text.slice(1) }],
);
