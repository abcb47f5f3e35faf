import { FAULTS_PATH } from './faultRoute';
import type { FaultRule } from './faultRule';

/** Lets requests to an embedded cluster go wrong that was started with `faults`. Rejects when it refuses. */
export interface FaultClient {
  add: (rule: FaultRule) => Promise<void>;
  /** Everything goes well again; what hangs goes on hanging. */
  clear: () => Promise<void>;
  /** The rules that still meet requests, with what is left of their counts. */
  rules: () => Promise<FaultRule[]>;
}

/** @param token of the admin; nobody else may */
export const faultClient = (apiUrl: string, token: string): FaultClient => {
  const ask = async (method: string, rule?: FaultRule): Promise<FaultRule[]> => {
    const answer = await fetch(apiUrl + FAULTS_PATH, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(rule === undefined ? {} : { body: JSON.stringify(rule) }),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${FAULTS_PATH}: ${answer.status} ${text}`);
    }
    return JSON.parse(text) as FaultRule[];
  };
  return {
    add: async (rule) => {
      await ask('POST', rule);
    },
    clear: async () => {
      await ask('DELETE');
    },
    rules: async () => ask('GET'),
  };
};
