import { useCallback } from 'react';
import type { LogLine } from '../../../sidecars/logs/logLine';
import { parseLogLine } from '../../../sidecars/logs/logLine';
import { readLogLines } from '../../../k8s/logs/podLog';
import { usePolled, type Polled } from '../../../k8s/usePolled';

/** Number of lines to read: hooks write little, and the end matters most. */
export const TAIL_LINES = 500;

const FOLLOW_MS = 3000;

/** React hook: the last lines of a container's log, read once, or every few seconds if it is followed. */
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
