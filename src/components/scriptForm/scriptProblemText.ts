import type { TFunction } from 'i18next';
import type { ScriptProblem } from './scriptProblem';

export const scriptProblemText = (t: TFunction, problem: ScriptProblem): string => {
  switch (problem) {
    case 'empty':
      return t(
        'The script is empty: its output takes the place of what it was given, and the VM does not start.',
      );
    case 'byteOrderMark':
      return t(
        'The script starts with a byte order mark and cannot be started ("exec format error"). Remove it.',
      );
    case 'carriageReturns':
      return t(
        'The first line ends with a carriage return: no such interpreter is found, and the VM does not start. Use Unix line ends.',
      );
    case 'noShebang':
      return t(
        'The first line must name the interpreter, as in "#!/bin/sh". Without it the script cannot be started ("exec format error").',
      );
  }
};
