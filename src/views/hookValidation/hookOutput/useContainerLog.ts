import { useCallback } from 'react';
import type { LogLine } from '../../../sidecars/logs/logLine';
import { parseLogLine } from '../../../sidecars/logs/logLine';
import { readLogLines } from '../../../k8s/logs/podLog';
import { usePolled, type Polled } from '../../../k8s/usePolled';

/** How many lines are kept: hooks write little, and what matters is at the end. */
export const TAIL_LINES = 500;

const FOLLOW_MS = 3000;

/** React hook: the last lines of a container's log, read once, or again every few seconds when followed. */
export const useContainerLog = (
  target: { namespace: string; pod: string; container: string },
  follow: boolean,
): Polled<LogLine[]> => {
  const { namespace, pod, container } = target;
  const read = useCallback(async () => {
    const lines: LogLine[] = [];
    await readLogLines({ namespace, pod, container, tailLines: TAIL_LINES }, (line) => {
      lines.push(parseLogLine(line));
    });
    return lines;
  }, [namespace, pod, container]);
  return usePolled(read, follow ? FOLLOW_MS : undefined);
};
