import { accessSync, constants, statSync } from 'node:fs';

export const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** `/bin/sh` of KubeVirt's image is bash. Undefined if this machine has no bash; then its own `/bin/sh` is used. */
export const bash = ['/bin/bash', '/usr/bin/bash', '/usr/local/bin/bash'].find(executable);

export interface Shebang {
  interpreter: string;
  /** The rest of the line is one argument, as for the kernel. */
  argument: string | undefined;
}

/** The interpreter in a script's first line; undefined for a file that is not a script. */
export const readShebang = (content: Uint8Array): Shebang | undefined => {
  const [line = ''] = Buffer.from(content.subarray(0, 256)).toString('latin1').split('\n', 1);
  const [, interpreter, argument] = /^#![ \t]*([^ \t]+)[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
  return interpreter === undefined
    ? undefined
    : { interpreter, argument: argument === '' ? undefined : argument };
};

/** The command that starts a script: the script, or bash instead of this machine's `/bin/sh`. */
export const startOf = (file: string, content: Uint8Array, imageShell: string | undefined): string[] => {
  const shebang = readShebang(content);
  return imageShell === undefined ||
    shebang === undefined ||
    !['/bin/sh', '/usr/bin/sh'].includes(shebang.interpreter)
    ? [file]
    : [imageShell, ...(shebang.argument === undefined ? [] : [shebang.argument]), file];
};
