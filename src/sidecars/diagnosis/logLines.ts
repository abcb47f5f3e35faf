import { parseLogLine, type LogLine as ParsedLine } from '../logs/logLine';

/** One line of a container's log, and where it stands. */
export interface LogLine extends Pick<ParsedLine, 'time' | 'message'> {
  container: string;
  /** From 1. */
  line: number;
  /** The hook point that a sidecar's script wrote it in. */
  hookPoint: string | undefined;
}

/** The lines of a log that say something; never throws. */
export const readLog = (container: string, log: string): LogLine[] =>
  log.split('\n').flatMap((whole, index) => {
    const { time, hook, message } = parseLogLine(whole.trimEnd());
    return message === '' ? [] : [{ container, line: index + 1, time, message, hookPoint: hook }];
  });
