/** One line of a container's log. */
export interface LogLine {
  container: string;
  /** From 1. */
  line: number;
  time: string | undefined;
  /** The message, with the reason that KubeVirt logs beside it. */
  message: string;
  /** The hook point that a sidecar's script wrote it in. */
  hookPoint: string | undefined;
}

const TIMESTAMP = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)) /;

const fieldsOf = (text: string): Readonly<Record<string, unknown>> | undefined => {
  if (!text.startsWith('{')) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Reads KubeVirt's JSON lines as well as plain text, each with or without the API's timestamp; never throws. */
export const readLog = (container: string, log: string): LogLine[] =>
  log.split('\n').flatMap((whole, index) => {
    const stamp = TIMESTAMP.exec(whole);
    const text = whole.slice(stamp?.[0].length ?? 0).trimEnd();
    if (text === '') {
      return [];
    }
    const fields = fieldsOf(text);
    const reason = textOf(fields?.reason);
    const message = textOf(fields?.msg) ?? (reason === undefined ? text : '');
    return [
      {
        container,
        line: index + 1,
        time: textOf(fields?.timestamp) ?? stamp?.[1],
        message: reason === undefined ? message : `${message}: ${reason}`,
        hookPoint: textOf(fields?.hook),
      },
    ];
  });
