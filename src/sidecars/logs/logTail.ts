import { parseLogLine } from './logLine';

/** A kubelet takes no more bytes of a log than these, and begins in the middle of a line. */
const TAIL_BYTES = 2048;

/** What the lines of a termination message say, which is the tail of a log where the container wrote none itself. */
export const tailLines = (message: string): string[] => {
  const lines = message.split('\n');
  const isCut = lines.length > 1 && new TextEncoder().encode(message).length >= TAIL_BYTES;
  return lines.slice(isCut ? 1 : 0).flatMap((line) => {
    const said = parseLogLine(line).message.trim();
    return said === '' ? [] : [said];
  });
};

/** The line of a termination message that tells why the container ended: the panic of a Go program, or the last line. */
export const lastWords = (message: string): string => {
  const lines = tailLines(message);
  return lines.findLast((line) => line.startsWith('panic: ')) ?? lines.at(-1) ?? message.trim();
};
