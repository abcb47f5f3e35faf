import { resourcePath } from '../read';
import { boundedBuffer } from './boundedBuffer';
import type { ExecStatus } from './execFrames';
import { decodeFrame, decodeStatus } from './execFrames';

/** The binary protocol that every supported API server speaks. */
const PROTOCOL = 'v4.channel.k8s.io';

export const OUTPUT_LIMIT_BYTES = 8 * 1024 * 1024;
const STDERR_LIMIT_BYTES = 64 * 1024;

export interface ExecTarget {
  namespace: string;
  pod: string;
  container: string;
  /** Words, not a shell line: nothing is expanded. */
  command: readonly string[];
}

/**
 * What came of a command. `lost`: the connection ended before the server said how the command ended, so nothing can
 * be said of it; `refused`: it was never opened (the console answers 403, 404 and 502 only as a failed WebSocket).
 * `cut` says that stdout was longer than the limit and that `stdout` holds its beginning.
 */
export type ExecResult =
  | { kind: 'finished'; status: ExecStatus; stdout: string; stderr: string; cut: boolean; durationMs: number }
  | { kind: 'lost'; stdout: string; stderr: string; durationMs: number }
  | { kind: 'refused' };

const execUrl = ({ namespace, pod, container, command }: ExecTarget): string => {
  const query = new URLSearchParams({ container, stdout: 'true', stderr: 'true' });
  for (const word of command) {
    query.append('command', word);
  }
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  const path = resourcePath(
    { apiVersion: 'v1', plural: 'pods' },
    { namespace, name: pod, subresource: 'exec' },
  );
  return `${scheme}://${window.location.host}${path}?${query.toString()}`;
};

export interface ExecOptions {
  /** Subprotocols that carry the impersonated user; the console wants them before the real one. */
  impersonation?: readonly string[];
  limitBytes?: number;
  /** Ends the connection; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Runs a command in a container over the console's WebSocket and collects what it prints. No stdin is opened: the
 * console writes `exit\r` into an open one at the end. Rejects only when aborted.
 */
export const execInPod = async (target: ExecTarget, options: ExecOptions = {}): Promise<ExecResult> => {
  const { impersonation = [], limitBytes = OUTPUT_LIMIT_BYTES, signal } = options;
  signal?.throwIfAborted();
  const started = performance.now();
  const stdout = boundedBuffer(limitBytes);
  const stderr = boundedBuffer(STDERR_LIMIT_BYTES);

  return new Promise<ExecResult>((resolve, reject) => {
    // Only the last offered subprotocol reaches the API server: offer one.
    const socket = new WebSocket(execUrl(target), [...impersonation, PROTOCOL]);
    socket.binaryType = 'arraybuffer';
    let opened = false;
    let statusText = '';

    const abort = (): void => {
      socket.close();
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
    };
    signal?.addEventListener('abort', abort, { once: true });

    const finish = (): void => {
      signal?.removeEventListener('abort', abort);
      const durationMs = performance.now() - started;
      const status = decodeStatus(statusText);
      const output = { stdout: stdout.text(), stderr: stderr.text() };
      if (status !== undefined) {
        resolve({ kind: 'finished', status, ...output, cut: stdout.cut(), durationMs });
      } else {
        resolve(opened ? { kind: 'lost', ...output, durationMs } : { kind: 'refused' });
      }
    };

    socket.addEventListener('open', () => {
      opened = true;
    });
    socket.addEventListener('message', (event: MessageEvent<unknown>) => {
      const frame = event.data instanceof ArrayBuffer ? decodeFrame(event.data) : undefined;
      if (frame === undefined) {
        return;
      }
      if (frame.channel === 'status') {
        statusText += new TextDecoder().decode(frame.payload);
        // The close code is lost on the way (always 1006): the status is the result, and it is the last word.
        if (decodeStatus(statusText) !== undefined) {
          socket.close();
        }
      } else {
        (frame.channel === 'stdout' ? stdout : stderr).push(frame.payload);
      }
    });
    socket.addEventListener('close', finish);
  });
};
