import { scriptCheck } from './scriptCheck';

const PYTHON = /^(?:import|from) [\w.]+|^def \w+\(.*\):/m;
const SHELL = /\$[\w{@#(]|^(?:fi|done|esac)\b|^(?:echo|sed|cat|printf|set) /m;

/** The line that fits the text, where that is plain to see. */
const fitting = (text: string): string | undefined => {
  if (PYTHON.test(text)) {
    return '#!/usr/bin/env python3\n';
  }
  return SHELL.test(text) ? '#!/bin/sh\n' : undefined;
};

/** KubeVirt runs the script itself, no shell in between: without a shebang the kernel refuses it. */
export const shebangMissing = scriptCheck('shebangMissing', ({ source, shebang }) => {
  const { text } = source;
  const isBinary = text.includes('\u0000') || text.startsWith('\u007fELF');
  if (shebang !== undefined || isBinary) {
    return [];
  }
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const late = /^\s+(?=#![ \t]*\/)/.exec(body)?.[0].length;
  const line = fitting(body);
  const fixed = late !== undefined ? mark + body.slice(late) : line && mark + line + body;
  return [{ pos: 0, fixed }];
});
