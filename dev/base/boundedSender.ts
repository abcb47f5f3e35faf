import { WebSocket } from 'ws';

/** Buffer size from which the source pauses; large enough that it never pauses for a client that reads. */
const PAUSE_FROM_BYTES = 1024 * 1024;

/** Produces bytes or messages, and can be paused. */
export interface Source {
  pause: () => void;
  resume: () => void;
}

/**
 * Returns a function that sends a source's data to a WebSocket. While the client reads slower than the source produces,
 * the source is paused, so at most `PAUSE_FROM_BYTES` plus what was on its way is buffered. Data after the end is dropped.
 */
export const boundedSender = (
  socket: WebSocket,
  source: Source,
): ((data: Parameters<WebSocket['send']>[0], isBinary?: boolean) => void) => {
  let isPaused = false;
  return (data, isBinary = typeof data !== 'string') => {
    if (socket.readyState !== WebSocket.OPEN) {
      return;
    }
    socket.send(data, { binary: isBinary }, () => {
      if (isPaused && socket.bufferedAmount < PAUSE_FROM_BYTES / 2) {
        isPaused = false;
        source.resume();
      }
    });
    if (!isPaused && socket.bufferedAmount > PAUSE_FROM_BYTES) {
      isPaused = true;
      source.pause();
    }
  };
};
