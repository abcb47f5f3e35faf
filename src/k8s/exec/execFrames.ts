/**
 * Frames of a Kubernetes exec WebSocket (v4.channel.k8s.io): one byte for the channel, then its bytes.
 * https://kubernetes.io/docs/reference/using-api/websockets-and-exec (channels 0 stdin, 1 stdout, 2 stderr, 3 status).
 */
const CHANNELS: Readonly<Record<number, ExecChannel | undefined>> = { 1: 'stdout', 2: 'stderr', 3: 'status' };

type ExecChannel = 'stdout' | 'stderr' | 'status';

export interface ExecFrame {
  channel: ExecChannel;
  /** Empty in the frames with which an API server announces its channels. */
  payload: Uint8Array;
}

/** Compares the object's tag, because `instanceof` fails for a buffer of another realm (an iframe, jsdom). */
const isArrayBuffer = (data: unknown): data is ArrayBuffer =>
  Object.prototype.toString.call(data) === '[object ArrayBuffer]';

/** Returns undefined for text, an empty frame and a channel that servers do not send on. */
export const decodeFrame = (data: unknown): ExecFrame | undefined => {
  if (!isArrayBuffer(data)) {
    return undefined;
  }
  const bytes = new Uint8Array(data);
  const channel = CHANNELS[bytes[0] ?? -1];
  return channel === undefined ? undefined : { channel, payload: bytes.subarray(1) };
};

const STDIN_CHANNEL = 0;

/** The console drops frames of over 4 KiB to an API server without any message. */
const LARGEST_STDIN_FRAME = 4000;

/** The frames that carry these bytes to the command's stdin. */
export const stdinFrames = (bytes: Uint8Array): Uint8Array<ArrayBuffer>[] => {
  const frames: Uint8Array<ArrayBuffer>[] = [];
  const step = LARGEST_STDIN_FRAME - 1;
  for (let offset = 0; offset < bytes.length; offset += step) {
    const payload = bytes.subarray(offset, offset + step);
    const frame = new Uint8Array(payload.length + 1);
    frame[0] = STDIN_CHANNEL;
    frame.set(payload, 1);
    frames.push(frame);
  }
  return frames;
};

/** How the command ended, from the API server's message on channel 3. */
export type ExecStatus =
  | { kind: 'succeeded' }
  | { kind: 'exited'; exitCode: number; message: string }
  /** It did not run: the runtime refused it, or the executable or the container is missing. */
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

/** Parses the status message. Returns undefined if it is not (yet) a complete Status object. */
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
