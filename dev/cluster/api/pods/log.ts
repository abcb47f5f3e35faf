import type { ServerResponse } from 'node:http';
import type { ContainerLog, LogLine } from '../../contract';
import type { Pod } from '../../../../src/sidecars/objects/resources';
import { badRequest } from '../../store/apiError';
import type { EmbeddedHost } from '../embeddedHost';
import { OutputQueue } from '../http/outputQueue';
import { flag } from '../requestPath';
import { containerOf, podOf } from './containers';

/** Limit of queued data for a client that follows; a slower one loses the stream. */
const BACKLOG_LIMIT_BYTES = 16 * 1024 * 1024;

interface LogOptions {
  follow: boolean;
  timestamps: boolean;
  tailLines: number | undefined;
  limitBytes: number;
  since: Date | undefined;
}

const wholeNumber = (query: URLSearchParams, name: string): number | undefined => {
  const text = query.get(name);
  if (text === null || text === '') {
    return undefined;
  }
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  }
  return Number(text);
};

const optionsOf = (query: URLSearchParams): LogOptions => {
  const sinceSeconds = wholeNumber(query, 'sinceSeconds');
  const sinceTime = query.get('sinceTime');
  if (sinceSeconds !== undefined && sinceTime !== null) {
    throw badRequest('at most one of `sinceTime` or `sinceSeconds` may be specified');
  }
  const tailLines = wholeNumber(query, 'tailLines');
  if (tailLines !== undefined && tailLines < 0) {
    throw badRequest('tailLines: Invalid value: must be greater than or equal to 0');
  }
  let since = sinceTime === null ? undefined : new Date(sinceTime);
  if (sinceSeconds !== undefined) {
    since = new Date(Date.now() - sinceSeconds * 1000);
  }
  return {
    follow: flag(query, 'follow'),
    timestamps: flag(query, 'timestamps'),
    tailLines,
    limitBytes: wholeNumber(query, 'limitBytes') ?? Infinity,
    since,
  };
};

const selectLines = (lines: readonly LogLine[], { since, tailLines }: LogOptions): readonly LogLine[] => {
  const recent = since === undefined ? lines : lines.filter(({ time }) => time >= since);
  return tailLines === undefined ? recent : recent.slice(Math.max(0, recent.length - tailLines));
};

const lineText = ({ time, text }: LogLine, { timestamps }: LogOptions): string =>
  `${timestamps ? `${time.toISOString().replace('Z', '000000Z')} ` : ''}${text}\n`;

/** Why a container has no log: it waits to be started. Throws ApiError 400; a pod without a node has just no log. */
const checkStarted = (pod: Pod, container: string): void => {
  const status = [
    ...(pod.status?.containerStatuses ?? []),
    ...(pod.status?.initContainerStatuses ?? []),
  ].find(({ name }) => name === container);
  const waiting = status?.state?.waiting;
  if (waiting !== undefined && status?.lastState?.terminated === undefined) {
    throw badRequest(
      `container "${container}" in pod "${pod.metadata.name}" is waiting to start: ${waiting.reason ?? 'ContainerCreating'}`,
    );
  }
};

export interface LogRequest {
  host: EmbeddedHost;
  namespace: string | undefined;
  name: string;
  query: URLSearchParams;
}

/** The log of a container as text, and following it when asked. Throws ApiError 400, 404 before anything is sent. */
export const sendLog = ({ host, namespace, name, query }: LogRequest, response: ServerResponse): void => {
  const pod = podOf(host, namespace, name);
  const options = optionsOf(query);
  const container = containerOf(pod, query.get('container'), false);
  if (flag(query, 'previous')) {
    throw badRequest(`previous terminated container "${container}" in pod "${name}" not found`);
  }
  let log: ContainerLog | undefined;
  for (const handler of host.logHandlers) {
    log ??= handler(pod.metadata.namespace ?? '', name, container);
  }
  if (log === undefined) {
    checkStarted(pod, container);
  }

  const queue = new OutputQueue<Buffer>(
    {
      write: (bytes) => response.write(bytes),
      end: () => {
        response.end();
      },
      overflow: () => {
        response.destroy();
      },
    },
    BACKLOG_LIMIT_BYTES,
  );
  response.on('drain', () => {
    queue.resume();
  });
  let left = options.limitBytes;
  const push = (line: LogLine, isNew: boolean): void => {
    const length = Math.min(left, Buffer.byteLength(lineText(line, options)));
    left -= length;
    queue.push(() => Buffer.from(lineText(line, options)).subarray(0, length), isNew ? length : 0);
    if (left <= 0) {
      queue.end();
    }
  };
  response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-cache, private' });
  response.flushHeaders();
  for (const line of selectLines(log?.lines() ?? [], options)) {
    push(line, false);
  }
  if (log === undefined || !options.follow || left <= 0) {
    queue.end();
    return;
  }
  const stop = log.subscribe(
    (line) => {
      push(line, true);
    },
    () => {
      queue.end();
    },
  );
  response.on('close', () => {
    stop();
    queue.close();
  });
};
