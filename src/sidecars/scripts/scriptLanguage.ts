/** The language for highlighting a script, by the interpreter in its first line. */
export const languageOfScript = (text: string): 'python' | 'shell' | 'plaintext' => {
  const firstLine = /^#!(.*)$/m.exec(text.slice(0, text.indexOf('\n') + 1 || undefined))?.[1] ?? '';
  if (/\bpython[0-9.]*\b/.test(firstLine)) {
    return 'python';
  }
  return /\b(?:ba|da|k|z)?sh\b/.test(firstLine) ? 'shell' : 'plaintext';
};
