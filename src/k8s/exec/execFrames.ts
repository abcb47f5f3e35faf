/**
 * Frames of a Kubernetes exec WebSocket (v4.channel.k8s.io): one byte for the channel, then its bytes.
 * https://kubernetes.io/docs/reference/using-api/websockets-and-exec (channels 0 stdin, 1 stdout, 2 stderr, 3 status).
 */
const CHANNELS = { 1: 'stdout', 2: 'stderr', 3: 'status' } as const;

export type ExecChannel = (typeof CHANNELS)[keyof typeof CHANNELS];

/** Answers undefined for an empty frame or a channel that the server does not send on. */
export const decodeFrame = (
  frame: ArrayBuffer,
): { channel: ExecChannel; payload: Uint8Array } | undefined => {
  const bytes = new Uint8Array(frame);
  const number = bytes[0];
  if (number !== 1 && number !== 2 && number !== 3) {
    return undefined;
  }
  return { channel: CHANNELS[number], payload: bytes.subarray(1) };
};

/** How the command ended, as the API server says it on channel 3. */
export type ExecStatus =
  | { kind: 'succeeded' }
  | { kind: 'exited'; exitCode: number; message: string }
  | { kind: 'notStarted'; message: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const exitCodeOf = (status: Record<string, unknown>): number | undefined => {
  const details = isRecord(status.details) ? status.details : {};
  const causes: unknown[] = Array.isArray(details.causes) ? details.causes : [];
  const cause = causes.find((item) => isRecord(item) && item.reason === 'ExitCode');
  const code = isRecord(cause) ? Number(cause.message) : Number.NaN;
  return Number.isInteger(code) ? code : undefined;
};

/** Reads the status message. Answers undefined when it is not the JSON of a Status object. */
export const decodeStatus = (text: string): ExecStatus | undefined => {
  let status: unknown;
  try {
    status = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(status)) {
    return undefined;
  }
  if (status.status === 'Success') {
    return { kind: 'succeeded' };
  }
  if (status.status !== 'Failure') {
    return undefined;
  }
  const message = typeof status.message === 'string' ? status.message : '';
  const exitCode = exitCodeOf(status);
  return exitCode === undefined ? { kind: 'notStarted', message } : { kind: 'exited', exitCode, message };
};
