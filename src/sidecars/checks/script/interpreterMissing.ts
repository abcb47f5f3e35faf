import { replacingText, scriptCheck } from './scriptCheck';

/** What people name in shebangs, and KubeVirt's image does not have. */
const MISSING: readonly string[] = [
  'python',
  'python2',
  'perl',
  'node',
  'nodejs',
  'ruby',
  'php',
  'zsh',
  'fish',
  'dash',
  'ash',
  'ksh',
  'lua',
  'tclsh',
  'deno',
  'bun',
  'pwsh',
  'busybox',
];

/** All directories with programs; /bin and /sbin lead to those in /usr. */
const DIRECTORIES: readonly string[] = ['/bin', '/usr/bin', '/sbin', '/usr/sbin', '/usr/libexec'];

const REPLACEMENTS: Readonly<Record<string, string>> = { python: 'python3' };

/** The image has bash (also as sh), awk, sed and python3. */
export const interpreterMissing = scriptCheck('interpreterMissing', (script) => {
  const { shebang, source } = script;
  if (shebang === undefined || source.inDefaultImage !== true) {
    return [];
  }
  const { interpreter, path, pos } = shebang;
  if (MISSING.includes(interpreter)) {
    const better = REPLACEMENTS[interpreter];
    const fixed = better && replacingText(script, pos, pos + interpreter.length, better);
    return [{ pos, params: { interpreter }, fixed }];
  }
  const directory = path.slice(0, path.lastIndexOf('/'));
  return DIRECTORIES.includes(directory) ? [] : [{ pos, params: { interpreter: path } }];
});
