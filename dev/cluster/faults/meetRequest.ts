import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../api/http/respond';
import { parseResourcePath, verbOf } from '../api/requestPath';
import { statusOf } from '../api/status';
import type { Fault, RequestFacts } from './faultRule';

export const factsOf = ({ method = 'GET', url = '/' }: IncomingMessage): RequestFacts => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const resource = parseResourcePath(pathname);
  const verb =
    resource?.subresource === 'exec'
      ? 'exec'
      : ((resource && verbOf(method, resource, searchParams)) ?? method.toLowerCase());
  return { method, path: url, verb };
};

/** What the API server says with these codes. */
const KNOWN: Readonly<Record<number, { reason: string; message: string }>> = {
  401: { reason: 'Unauthorized', message: 'Unauthorized' },
  429: {
    reason: 'TooManyRequests',
    message: 'the server has received too many requests and has asked us to try again later',
  },
  500: { reason: 'InternalError', message: 'Internal error occurred: etcdserver: request timed out' },
};

const faultAnswer = ({ code, message, retryAfterSeconds }: Extract<Fault, { kind: 'answer' }>): Answer => {
  const known = KNOWN[code] ?? { reason: 'Unknown', message: `the server answers ${code}` };
  return {
    code,
    body: statusOf({
      code,
      reason: known.reason,
      message: message ?? known.message,
      details: retryAfterSeconds === undefined ? undefined : { retryAfterSeconds },
    }),
    headers: retryAfterSeconds === undefined ? undefined : { 'retry-after': String(retryAfterSeconds) },
  };
};

/**
 * Applies a fault before a request is handled: returns the answer to send instead, or undefined to handle the request. Never
 * resolves for a request that hangs.
 */
export const meetFault = async (fault: Fault | undefined): Promise<Answer | undefined> => {
  switch (fault?.kind) {
    case 'answer':
      return faultAnswer(fault);
    case 'hang':
      return new Promise<never>(() => undefined);
    case 'slow':
      await sleep(fault.ms, undefined, { ref: false });
      return undefined;
    default:
      return undefined;
  }
};
