import { useEffect, useRef, useState } from 'react';
import type { Pod } from '../sidecars/objects/resources';
import { PodModel } from '../k8s/models';
import { useAccess } from '../k8s/useAccess';
import { hookLogContainers } from '../sidecars/logs/hookContainers';
import { readLogLines } from '../k8s/logs/podLog';

/** Enough for all hook calls of a start; later calls repeat the same messages. */
const TAIL_LINES = 1000;

/** Debounces reads: states change in bursts, and the log messages about a change come around it. */
const SETTLE_MS = 700;

interface HookLogsRead {
  /** Undefined until the first read. */
  logs: Readonly<Record<string, string>> | undefined;
  /** Whether the logs can be read and will follow. */
  isLoading: boolean;
}

const readLog = async (
  query: { namespace: string; pod: string; container: string },
  signal: AbortSignal,
): Promise<string | undefined> => {
  const lines: string[] = [];
  try {
    await readLogLines({ ...query, tailLines: TAIL_LINES }, (line) => lines.push(line), { signal });
    return lines.join('\n');
  } catch {
    // The pod is gone or the log not permitted; the other sources are still useful.
    return undefined;
  }
};

const statesOf = ({ status }: Pod): string =>
  JSON.stringify([status?.phase, status?.containerStatuses?.map(({ name, state }) => [name, state])]);

/**
 * React hook: the ends of the logs of a launcher pod's compute and sidecar containers, by container name. Read at once, and
 * again when the pod's containers change state or `occasion` changes; never polled.
 *
 * @param occasion changes when something happened that may have been logged
 */
export const useHookLogs = (pod: Pod | undefined, occasion: string): HookLogsRead => {
  const [read, setRead] = useState<{ pod: string; logs: Readonly<Record<string, string>> }>();
  const { name = '', namespace = '' } = pod?.metadata ?? {};
  const access = useAccess({ verb: 'get', model: PodModel, namespace, subresource: 'log' });
  const containers = pod === undefined ? '' : hookLogContainers(pod).join();
  const states = pod === undefined ? '' : statesOf(pod);
  const id = `${namespace}/${name}`;
  const asked = useRef<string>(undefined);

  useEffect(() => {
    if (containers === '' || access !== 'allowed') {
      return undefined;
    }
    const abort = new AbortController();
    const readAll = async (): Promise<void> => {
      const entries = await Promise.all(
        containers
          .split(',')
          .map(
            async (container) =>
              [container, await readLog({ namespace, pod: name, container }, abort.signal)] as const,
          ),
      );
      if (!abort.signal.aborted) {
        const logs: Record<string, string> = {};
        for (const [container, log] of entries) {
          if (log !== undefined) {
            logs[container] = log;
          }
        }
        setRead({ pod: id, logs });
      }
    };
    const isFirst = asked.current !== id;
    const timer = setTimeout(
      () => {
        asked.current = id;
        void readAll();
      },
      isFirst ? 0 : SETTLE_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [access, containers, id, name, namespace, occasion, states]);

  const { logs } = read?.pod === id ? read : {};
  const isLoading = containers !== '' && logs === undefined && access !== 'denied';
  return { logs, isLoading };
};
