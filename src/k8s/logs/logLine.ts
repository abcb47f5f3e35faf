/** One line of a container's log. */
export interface LogLine {
  /** The API server's time of the line, ISO 8601; undefined when the log was read without times. */
  time: string | undefined;
  /** As the program wrote it, when it wrote JSON. */
  level: string | undefined;
  /** The hook point that the line speaks of, as the sidecar-shim writes it. */
  hook: string | undefined;
  message: string;
  /** The line as the container wrote it. */
  raw: string;
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})) ?(.*)$/s;

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
 * Reads a line as the API server answers it with `timestamps=true`. KubeVirt's programs, the sidecar-shim among them,
 * write JSON objects with `level` and `msg`; anything else is a message as it is.
 */
export const parseLogLine = (line: string): LogLine => {
  const [, time, rest] = TIMESTAMP.exec(line) ?? [];
  const raw = rest ?? line;
  const fields = readFields(raw);
  return {
    time,
    level: text(fields?.level),
    hook: text(fields?.hook),
    message: text(fields?.msg) ?? raw,
    raw,
  };
};
