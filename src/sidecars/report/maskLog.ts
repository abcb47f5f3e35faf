import { parseLogLine, type LogLine } from '../logs/logLine';
import { maskSecrets } from './maskSecrets';

type Said = Pick<LogLine, 'message' | 'raw'>;

/** Masks parts of one text together, as a secret may go on from one to the next. */
const maskParts = (parts: readonly string[]): string[] => {
  const lines = maskSecrets(parts.join('\n'), true).split('\n');
  let start = 0;
  return parts.map((part) => {
    const end = start + part.split('\n').length;
    const own = lines.slice(start, end).join('\n');
    start = end;
    return own;
  });
};

/** @param masked the message without its secrets, which the line may hold in JSON */
const maskRaw = ({ raw, message }: Said, masked: string): string => {
  if (raw === message) {
    return masked;
  }
  const fields = JSON.parse(raw) as Record<string, unknown>;
  return maskSecrets(
    masked === message ? raw : JSON.stringify({ ...fields, msg: masked, reason: undefined }),
  );
};

/**
 * The lines of a log without what may be secret, each in its place. A key or a block of YAML is many lines, of which the
 * sidecar-shim makes as many JSON objects: they are read in one. Never throws.
 */
export const maskLog = <Line extends Said>(lines: readonly Line[]): Line[] => {
  const messages = maskParts(lines.map(({ message }) => message));
  return lines.map((line, index) => {
    const message = messages[index] ?? '';
    return { ...line, message, raw: maskRaw(line, message) };
  });
};

/** As above, for a log as it was read, whose lines may begin with the API server's time. */
export const maskLogText = (text: string): string => {
  const lines = text.split('\n').map((whole) => {
    const line = parseLogLine(whole);
    return { ...line, stamp: whole.slice(0, whole.length - line.raw.length) };
  });
  return maskLog(lines)
    .map(({ stamp, raw }) => `${stamp}${raw}`)
    .join('\n');
};
