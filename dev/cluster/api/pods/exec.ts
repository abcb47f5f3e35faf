import type { WebSocket } from 'ws';
import type { ExecHandler } from '../../contract';
import { ApiError, badRequest, isApiError } from '../../store/apiError';
import type { ExecStage } from '../../faults/faultRule';
import type { EmbeddedHost } from '../embeddedHost';
import { flag } from '../requestPath';
import { statusOf } from '../status';
import { containerOf, podOf } from './containers';
import type { ChannelProtocol } from './execChannels';
import { CHANNELS } from './execChannels';
import { StdinQueue } from './stdinQueue';

const PING_INTERVAL_MS = 30_000;

/** An exec request that may be started. */
export interface PreparedExec {
  handler: ExecHandler;
  namespace: string;
  pod: string;
  container: string;
  command: string[];
  tty: boolean;
  stdin: boolean;
  stdout: boolean;
  stderr: boolean;
}

/** Parses and checks an exec request. Throws ApiError 400, 404, 500 while the answer can still be HTTP. */
export const prepareExec = (
  host: EmbeddedHost,
  namespace: string | undefined,
  name: string,
  query: URLSearchParams,
): PreparedExec => {
  const pod = podOf(host, namespace, name);
  const container = containerOf(pod, query.get('container'), true);
  const { phase } = pod.status ?? {};
  if (phase === 'Succeeded' || phase === 'Failed') {
    throw badRequest(`cannot exec into a container in a completed pod; current phase is ${phase}`);
  }
  const status = pod.status?.containerStatuses?.find((known) => known.name === container);
  const handler = host.execHandler();
  if (pod.spec.nodeName === undefined && status === undefined) {
    throw badRequest(`pod ${name} does not have a host assigned`);
  }
  if (handler === undefined || status?.state?.running === undefined) {
    const why = `container not found ("${container}")`;
    throw new ApiError(500, 'InternalError', why, { causes: [{ message: why }] });
  }
  const command = query.getAll('command');
  if (command.length === 0) {
    throw badRequest('you must specify at least 1 command for the container');
  }
  const tty = flag(query, 'tty');
  const streams = {
    stdin: flag(query, 'stdin'),
    stdout: flag(query, 'stdout'),
    stderr: flag(query, 'stderr') && !tty,
  };
  if (!streams.stdin && !streams.stdout && !streams.stderr) {
    throw badRequest('you must specify at least 1 of stdin, stdout, stderr');
  }
  return { handler, namespace: pod.metadata.namespace ?? '', pod: name, container, command, tty, ...streams };
};

/** containerd's message about a command that has ended. */
const exitStatus = (exitCode: number, command: readonly string[]): Record<string, unknown> =>
  exitCode === 0
    ? { metadata: {}, status: 'Success' }
    : {
        metadata: {},
        status: 'Failure',
        message: `command terminated with non-zero exit code: error executing command [${command.join(' ')}], exit code ${exitCode}`,
        reason: 'NonZeroExitCode',
        details: { causes: [{ reason: 'ExitCode', message: String(exitCode) }] },
      };

const failureStatus = (error: unknown): Record<string, unknown> => {
  const message = error instanceof Error ? error.message : String(error);
  return statusOf(isApiError(error) ? error : { code: 500, reason: 'InternalError', message });
};

/**
 * Runs the command over an open WebSocket; its outcome is the last message, on the status channel.
 *
 * @param cutAt breaks the connection there
 */
export const runExec = async (
  exec: PreparedExec,
  protocol: ChannelProtocol,
  socket: WebSocket,
  cutAt?: ExecStage,
): Promise<void> => {
  if (cutAt === 'beforeOutput') {
    socket.terminate();
    return;
  }
  const { handler, stdin, stdout, stderr, ...request } = exec;
  const gone = new AbortController();
  const input = new StdinQueue({
    pause: () => {
      socket.pause();
    },
    resume: () => {
      socket.resume();
    },
  });
  if (!stdin) {
    input.close();
  }
  let isCut = false;
  /** Resolves when the client has received it or has disconnected. */
  const send = (channel: number, payload: Uint8Array | string): Promise<void> =>
    new Promise((resolve) => {
      if (socket.readyState !== socket.OPEN || isCut) {
        resolve();
        return;
      }
      const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
      socket.send(protocol.encode(channel, bytes), () => {
        resolve();
      });
    });
  /** Cuts the connection when all queued data has been sent. */
  const cut = (): void => {
    isCut = true;
    socket.ping(undefined, undefined, () => {
      socket.terminate();
    });
  };
  const pinger = setInterval(() => {
    socket.ping();
  }, PING_INTERVAL_MS);
  socket.on('close', () => {
    clearInterval(pinger);
    input.close();
    gone.abort();
  });
  socket.on('message', (data) => {
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
    const message = protocol.decode(bytes);
    if (message?.channel !== CHANNELS.stdin) {
      return;
    }
    if (message.kind === 'close') {
      input.end();
    } else {
      input.push(message.payload);
    }
  });
  // An empty message tells the client that the command is about to start.
  void send(stdout ? CHANNELS.stdout : CHANNELS.status, '');
  try {
    const exitCode = await handler({
      ...request,
      stdin: stdin ? input : undefined,
      stdout: async (chunk) => {
        if (stdout && cutAt === 'midOutput') {
          void send(CHANNELS.stdout, chunk.slice(0, chunk.length / 2));
          cut();
        } else if (stdout) {
          await send(CHANNELS.stdout, chunk);
        }
      },
      stderr: async (chunk) => {
        if (stderr) {
          await send(CHANNELS.stderr, chunk);
        }
      },
      signal: gone.signal,
    });
    if (cutAt !== undefined) {
      cut();
      return;
    }
    void send(CHANNELS.status, JSON.stringify(exitStatus(exitCode, exec.command)));
  } catch (error) {
    void send(CHANNELS.status, JSON.stringify(failureStatus(error)));
  }
  // The client's close frame may be behind data that nobody reads.
  input.close();
  socket.close(1000);
};
