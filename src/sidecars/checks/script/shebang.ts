export interface Shebang {
  /** The path after `#!`. */
  path: string;
  /** What runs the script: the last part of the path, or what env is asked for. */
  interpreter: string;
  language: 'shell' | 'python' | 'other';
  /** Offset of the interpreter's name in the text. */
  pos: number;
}

const SHELLS: readonly string[] = ['sh', 'bash', 'dash', 'ash', 'ksh'];

const languageOf = (interpreter: string): Shebang['language'] => {
  if (SHELLS.includes(interpreter)) {
    return 'shell';
  }
  return /^(?:platform-)?python3?(?:\.\d+)?$/.test(interpreter) ? 'python' : 'other';
};

/** Undefined without a shebang at the very start. */
export const readShebang = (text: string): Shebang | undefined => {
  const line = /^#![ \t]*(\S+)([^\n]*)/.exec(text);
  if (line === null) {
    return undefined;
  }
  const [whole, path = '', rest = ''] = line;
  const base = path.slice(path.lastIndexOf('/') + 1);
  const asked = base === 'env' ? /^\s+(?:-S\s+|-\S+\s+|\w+=\S*\s+)*(\S+)/.exec(rest) : null;
  const interpreter = asked?.[1] ?? base;
  const name = interpreter.slice(interpreter.lastIndexOf('/') + 1);
  const pos =
    asked === null
      ? whole.indexOf(path) + path.length - base.length
      : whole.length - rest.length + asked[0].length - interpreter.length;
  return { path, interpreter: name, language: languageOf(name), pos };
};
