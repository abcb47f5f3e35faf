import { badRequest } from '../store/apiError';
import { isRecord } from '../store/jsonValue';
import { parseJson } from '../api/write/decodeObject';
import type { Fault, FaultRule } from './faultRule';
import { EXEC_STAGES } from './faultRule';

type Fields = Record<string, unknown>;

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const LONGEST_MS = 600_000;

const readFault = (fields: Fields): Fault => {
  const { kind, code, message, retryAfterSeconds, ms } = fields;
  switch (kind) {
    case 'answer':
      if (!isWhole(code, 400, 599)) {
        throw badRequest('fault.code must be an error code, 400 to 599');
      }
      return {
        kind,
        code,
        ...(typeof message === 'string' ? { message } : {}),
        ...(isWhole(retryAfterSeconds, 0, LONGEST_MS) ? { retryAfterSeconds } : {}),
      };
    case 'slow':
      if (!isWhole(ms, 0, LONGEST_MS)) {
        throw badRequest(`fault.ms must be a whole number up to ${LONGEST_MS}`);
      }
      return { kind, ms };
    case 'execCut': {
      const stage = EXEC_STAGES.find((known) => known === fields.stage);
      if (stage === undefined) {
        throw badRequest(`fault.stage must be one of ${EXEC_STAGES.join(', ')}`);
      }
      return { kind, stage };
    }
    case 'hang':
    case 'watchCut':
    case 'watchExpired':
    case 'watchGarbage':
      return { kind };
    default:
      throw badRequest(`there is no fault of the kind ${JSON.stringify(kind)}`);
  }
};

/** Reads a rule as a client sends it. Throws ApiError 400 for what is none. */
export const readFaultRule = (body: string): FaultRule => {
  const value = parseJson(body, (why) => badRequest(why));
  if (!isRecord(value) || !isRecord(value.fault)) {
    throw badRequest('a rule is an object with a fault in it');
  }
  const { method, path, verb, count } = value;
  if (count !== undefined && !isWhole(count, 1, Number.MAX_SAFE_INTEGER)) {
    throw badRequest('count must be a whole number above 0');
  }
  return {
    ...(typeof method === 'string' ? { method } : {}),
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof verb === 'string' ? { verb } : {}),
    ...(count === undefined ? {} : { count }),
    fault: readFault(value.fault),
  };
};
