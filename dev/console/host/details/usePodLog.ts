import { useEffect, useState } from 'react';
import { coFetch } from '../shims/shared/src/utils/console-fetch';
import { errorText } from '../layout/errorText';

/** Maximum number of characters, because a page may follow a log for days. */
const LIMIT = 500_000;

interface PodLogState {
  text: string;
  ended: boolean;
  problem: string | undefined;
}

const EMPTY: PodLogState = { text: '', ended: false, problem: undefined };

/** Reads and follows the log of a container. Only the end of a long log is stored. */
export const usePodLog = (namespace: string, pod: string, container: string): PodLogState => {
  const [log, setLog] = useState(EMPTY);
  useEffect(() => {
    const abort = new AbortController();
    setLog(EMPTY);
    const follow = async (): Promise<void> => {
      const query = new URLSearchParams({ container, follow: 'true', tailLines: '1000' }).toString();
      const url = `/api/kubernetes/api/v1/namespaces/${namespace}/pods/${pod}/log?${query}`;
      // No timeout: the response lasts as long as the container.
      const response = await coFetch(url, { signal: abort.signal }, 0);
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
        const chunk = part.value;
        setLog((current) => ({ ...current, text: (current.text + chunk).slice(-LIMIT) }));
      }
      setLog((current) => ({ ...current, ended: true }));
    };
    follow().catch((error: unknown) => {
      if (!abort.signal.aborted) {
        setLog((current) => ({
          ...current,
          ended: true,
          problem: errorText(error),
        }));
      }
    });
    return () => {
      abort.abort();
    };
  }, [namespace, pod, container]);
  return log;
};
