import { resourcePath } from '../resourcePath';
import { boundedBuffer } from './boundedBuffer';
import type { ExecStatus } from './execFrames';
import { decodeFrame, decodeStatus, stdinFrames } from './execFrames';

/** The binary protocol that every supported API server speaks. */
const PROTOCOL = 'v4.channel.k8s.io';

export const OUTPUT_LIMIT_BYTES = 8 * 1024 * 1024;
const STDERR_LIMIT_BYTES = 64 * 1024;
const STATUS_LIMIT_BYTES = 64 * 1024;

/** How long the server may take to close after the status; output in this time still counts. */
const CLOSE_GRACE_MS = 1000;

export interface ExecTarget {
  namespace: string;
  pod: string;
  container: string;
  /** Separate words, not a shell command: nothing is expanded. */
  command: readonly string[];
}

/**
 * The result of a command. `lost`: the connection ended before the server said how the command ended, so the result is
 * unknown. `refused`: the connection was never opened (403, 404 and 502 reach the browser only as a failed WebSocket).
 * `cut`: stdout was longer than the limit, and `stdout` has its beginning.
 */
export type ExecResult =
  | { kind: 'finished'; status: ExecStatus; stdout: string; stderr: string; cut: boolean; durationMs: number }
  | { kind: 'lost'; stdout: string; stderr: string; cut: boolean; durationMs: number }
  | { kind: 'refused' };

const execUrl = ({ namespace, pod, container, command }: ExecTarget, hasStdin: boolean): string => {
  const query = new URLSearchParams({
    container,
    ...(hasStdin && { stdin: 'true' }),
    stdout: 'true',
    stderr: 'true',
  });
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
  /** Subprotocols with the impersonated user; the console expects them before the real one. */
  impersonation?: readonly string[];
  limitBytes?: number;
  /**
   * What the command reads. It must know how many bytes these are and read no more: the console cannot close stdin, and
   * writes `exit\r` into it when the connection ends. Without this option no stdin is opened.
   */
  stdin?: Uint8Array | undefined;
  /** Ends the connection; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called for all incoming data, so that callers can time out on silence. */
  onActivity?: () => void;
}

const openSocket = (
  target: ExecTarget,
  impersonation: readonly string[],
  hasStdin: boolean,
): WebSocket | undefined => {
  try {
    // The console forwards only the last offered subprotocol. A duplicate name is a SyntaxError.
    const socket = new WebSocket(execUrl(target, hasStdin), [...new Set(impersonation), PROTOCOL]);
    socket.binaryType = 'arraybuffer';
    return socket;
  } catch {
    return undefined;
  }
};

/**
 * Runs a command in a container over the console's WebSocket and collects its output. Rejects only when aborted.
 */
export const execInPod = async (target: ExecTarget, options: ExecOptions = {}): Promise<ExecResult> => {
  const { impersonation = [], limitBytes = OUTPUT_LIMIT_BYTES, stdin, signal, onActivity } = options;
  signal?.throwIfAborted();
  const started = performance.now();
  const buffers = {
    stdout: boundedBuffer(limitBytes),
    stderr: boundedBuffer(STDERR_LIMIT_BYTES),
    status: boundedBuffer(STATUS_LIMIT_BYTES),
  };
  const socket = openSocket(target, impersonation, stdin !== undefined);
  if (socket === undefined) {
    return { kind: 'refused' };
  }

  return new Promise<ExecResult>((resolve, reject) => {
    let opened = false;
    let status: ExecStatus | undefined;
    let statusAt: number | undefined;
    let grace: ReturnType<typeof setTimeout> | undefined;

    const end = (): void => {
      clearTimeout(grace);
      signal?.removeEventListener('abort', abort);
      socket.close();
    };
    const abort = (): void => {
      end();
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
    };
    const finish = (): void => {
      end();
      const { stdout, stderr } = buffers;
      const output = {
        stdout: stdout.text(),
        stderr: stderr.text(),
        cut: stdout.cut(),
        durationMs: (statusAt ?? performance.now()) - started,
      };
      if (status !== undefined) {
        resolve({ kind: 'finished', status, ...output });
      } else {
        resolve(opened ? { kind: 'lost', ...output } : { kind: 'refused' });
      }
    };

    signal?.addEventListener('abort', abort, { once: true });
    socket.addEventListener('open', () => {
      opened = true;
      for (const bytes of stdinFrames(stdin ?? new Uint8Array())) {
        socket.send(bytes);
      }
      onActivity?.();
    });
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      onActivity?.();
      const frame = decodeFrame(data);
      if (frame === undefined) {
        return;
      }
      buffers[frame.channel].push(frame.payload);
      if (frame.channel === 'status' && status === undefined) {
        // The close code is always 1006 in a browser, so the result comes from the status, which may span several frames.
        status = decodeStatus(buffers.status.text());
        if (status !== undefined) {
          statusAt = performance.now();
          grace = setTimeout(finish, CLOSE_GRACE_MS);
        }
      }
    });
    socket.addEventListener('close', finish);
  });
};
