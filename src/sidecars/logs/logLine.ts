/** One line of a container's log. */
export interface LogLine {
  /** The program's time of the line, or else that of the API server; ISO 8601, undefined if there is neither. */
  time: string | undefined;
  /** As the program wrote it; undefined if the line is not JSON. */
  level: string | undefined;
  /** The hook point that the line is about, in the format of the sidecar-shim. */
  hook: string | undefined;
  /** Includes the reason that KubeVirt logs with it. */
  message: string;
  /** The line as the container wrote it. */
  raw: string;
}

const TIME = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})';
const STAMPED = new RegExp(`^(${TIME})(?: (.*))?$`, 's');
const IS_TIME = new RegExp(`^${TIME}$`);

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const readFields = (raw: string): Record<string, unknown> | undefined => {
  if (!raw.startsWith('{')) {
    return undefined;
  }
  try {
    return JSON.parse(raw) as Record<string, unknown>;
  } catch {
    return undefined;
  }
};

/**
 * Reads a line with or without the time that the API server adds with `timestamps=true`. KubeVirt's programs and the
 * sidecar-shim write JSON objects with `level` and `msg`; the message of any other line is the line. Never throws.
 */
export const parseLogLine = (line: string): LogLine => {
  const [, stamp, rest = ''] = STAMPED.exec(line) ?? [];
  const raw = stamp === undefined ? line : rest;
  const fields = readFields(raw);
  const time = text(fields?.timestamp);
  const said = [text(fields?.msg), text(fields?.reason)].filter((part) => part !== undefined);
  return {
    time: time !== undefined && IS_TIME.test(time) ? time : stamp,
    level: text(fields?.level),
    hook: text(fields?.hook),
    message: said.length === 0 && fields?.msg !== '' ? raw : said.join(': '),
    raw,
  };
};
