import { FAULTS_PATH } from './faultRoute';
import type { FaultRule } from './faultRule';

/** Makes requests to an embedded cluster fail that was started with `faults`. Rejects if the cluster refuses. */
export interface FaultClient {
  add: (rule: FaultRule) => Promise<void>;
  /** Removes all rules; requests that hang stay hanging. */
  clear: () => Promise<void>;
  /** The active rules with their remaining counts. */
  rules: () => Promise<FaultRule[]>;
}

/** @param token the admin's token */
export const faultClient = (apiUrl: string, token: string): FaultClient => {
  const ask = async (method: string, rule?: FaultRule): Promise<FaultRule[]> => {
    const answer = await fetch(apiUrl + FAULTS_PATH, {
      method,
      headers: { authorization: `Bearer ${token}` },
      body: rule === undefined ? undefined : JSON.stringify(rule),
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
