import { parseLogLine } from './logLine';

/** A kubelet takes at most these bytes from the end of a log, and so may begin in the middle of a line. */
const TAIL_BYTES = 2048;

/** The lines of a termination message, which is the end of the log if the container did not write its own. */
export const tailLines = (message: string): string[] => {
  const lines = message.split('\n');
  const isCut = lines.length > 1 && new TextEncoder().encode(message).length >= TAIL_BYTES;
  return lines.slice(isCut ? 1 : 0).flatMap((line) => {
    const said = parseLogLine(line).message.trim();
    return said === '' ? [] : [said];
  });
};

/** The line of a termination message that says why the container ended: the panic of a Go program, or the last line. */
export const lastWords = (message: string): string => {
  const lines = tailLines(message);
  return lines.findLast((line) => line.startsWith('panic: ')) ?? lines.at(-1) ?? message.trim();
};
