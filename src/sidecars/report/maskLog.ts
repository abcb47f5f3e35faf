import { parseLogLine } from '../logs/logLine';
import { maskSecrets } from './maskSecrets';

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
const maskRaw = (raw: string, message: string, masked: string): string => {
  if (raw === message) {
    return masked;
  }
  const fields = JSON.parse(raw) as Record<string, unknown>;
  return maskSecrets(
    masked === message ? raw : JSON.stringify({ ...fields, msg: masked, reason: undefined }),
  );
};

/** A line of a log as it was read. */
export interface MaskedLine {
  /** With the API server's time before it, without what may be secret. */
  whole: string;
  /** What it says, without what may be secret. */
  message: string;
  /** What it says. */
  said: string;
}

/**
 * The lines of a log, which may begin with the API server's time, each in its place. A key or a block of YAML is many
 * lines, of which the sidecar-shim makes as many JSON objects: they are read in one. Never throws.
 */
export const maskedLines = (text: string): MaskedLine[] => {
  const lines = text.split('\n').map((whole) => ({ whole, ...parseLogLine(whole) }));
  const messages = maskParts(lines.map(({ message }) => message));
  return lines.map(({ whole, raw, message: said }, index) => {
    const message = messages[index] ?? '';
    const stamp = whole.slice(0, whole.length - raw.length);
    return { whole: `${stamp}${maskRaw(raw, said, message)}`, message, said };
  });
};

/** As it was read, without what may be secret. */
export const maskLogText = (text: string): string =>
  maskedLines(text)
    .map(({ whole }) => whole)
    .join('\n');
