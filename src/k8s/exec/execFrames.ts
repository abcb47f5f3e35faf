/**
 * Frames of a Kubernetes exec WebSocket (v4.channel.k8s.io): one byte for the channel, then its bytes.
 * https://kubernetes.io/docs/reference/using-api/websockets-and-exec (channels 0 stdin, 1 stdout, 2 stderr, 3 status).
 */
const CHANNELS: Readonly<Record<number, ExecChannel | undefined>> = { 1: 'stdout', 2: 'stderr', 3: 'status' };

type ExecChannel = 'stdout' | 'stderr' | 'status';

export interface ExecFrame {
  channel: ExecChannel;
  /** Empty in the frames by which an API server announces its channels. */
  payload: Uint8Array;
}

/**
 * The object's own name for itself: `instanceof` fails for a buffer that another realm made, as happens in a frame or
 * in jsdom.
 */
const isArrayBuffer = (data: unknown): data is ArrayBuffer =>
  Object.prototype.toString.call(data) === '[object ArrayBuffer]';

/** Answers undefined for text, an empty frame and a channel that the server does not send on. */
export const decodeFrame = (data: unknown): ExecFrame | undefined => {
  if (!isArrayBuffer(data)) {
    return undefined;
  }
  const bytes = new Uint8Array(data);
  const channel = CHANNELS[bytes[0] ?? -1];
  return channel === undefined ? undefined : { channel, payload: bytes.subarray(1) };
};

/** How the command ended, as the API server says it on channel 3. */
export type ExecStatus =
  | { kind: 'succeeded' }
  | { kind: 'exited'; exitCode: number; message: string }
  /** It ran in no container: the runtime refused, the executable is missing, the container is not there. */
  | { kind: 'notStarted'; message: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const exitCodeOf = (status: Record<string, unknown>): number | undefined => {
  const details = isRecord(status.details) ? status.details : {};
  const causes: unknown[] = Array.isArray(details.causes) ? details.causes : [];
  const cause = causes.find((item) => isRecord(item) && item.reason === 'ExitCode');
  const text = isRecord(cause) ? cause.message : undefined;
  return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : undefined;
};

/** Reads the status message. Answers undefined when it is not (yet) the whole JSON of a Status object. */
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
