import { parseLogLine, type LogLine } from '../logs/logLine';
import { finish, type Steps } from '../text/steps';
import { maskSecrets, maskSteps } from './maskSecrets';

type Said = Pick<LogLine, 'message' | 'raw'>;

/** Masks parts of one text together, as a secret may go on from one to the next. */
function* maskParts(parts: readonly string[]): Steps<string[]> {
  const lines = (yield* maskSteps(parts.join('\n'), true)).split('\n');
  let start = 0;
  return parts.map((part) => {
    const end = start + part.split('\n').length;
    const own = lines.slice(start, end).join('\n');
    start = end;
    return own;
  });
}

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

/** As `maskLog`, in steps of which each takes no more than milliseconds for a megabyte, or one line. */
function* maskLogSteps<Line extends Said>(lines: readonly Line[]): Steps<Line[]> {
  const messages = yield* maskParts(lines.map(({ message }) => message));
  const masked: Line[] = [];
  for (const [index, line] of lines.entries()) {
    yield;
    const message = messages[index] ?? '';
    masked.push({ ...line, message, raw: maskRaw(line, message) });
  }
  return masked;
}

/**
 * The lines of a log without what may be secret, each in its place. A key or a block of YAML is many lines, of which the
 * sidecar-shim makes as many JSON objects: they are read in one. Never throws.
 */
export const maskLog = <Line extends Said>(lines: readonly Line[]): Line[] => finish(maskLogSteps(lines));

/** A line of a log as it was read. */
export interface MaskedLine {
  /** With the API server's time before it, without what may be secret. */
  whole: string;
  /** What it says, without what may be secret. */
  message: string;
  /** What it says. */
  said: string;
}

/** The lines of a log as it was read, which may begin with the API server's time. */
export function* maskedLines(text: string): Steps<MaskedLine[]> {
  const lines = text.split('\n').map((whole) => {
    const line = parseLogLine(whole);
    return { ...line, stamp: whole.slice(0, whole.length - line.raw.length), said: line.message };
  });
  const masked = yield* maskLogSteps(lines);
  return masked.map(({ stamp, raw, message, said }) => ({ whole: `${stamp}${raw}`, message, said }));
}

/** As it was read, without what may be secret. */
export const maskLogText = (text: string): string =>
  finish(maskedLines(text))
    .map(({ whole }) => whole)
    .join('\n');
