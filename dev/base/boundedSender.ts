import { WebSocket } from 'ws';

/** Buffer size from which the source pauses; large enough that it never pauses for a client that reads. */
const HOLD_FROM_BYTES = 1024 * 1024;

/** Produces bytes or messages, and can be paused. */
export interface Source {
  pause: () => void;
  resume: () => void;
}

/**
 * Returns a function that sends a source's data to a WebSocket. While the client reads slower than the source produces,
 * the source is paused, so at most `HOLD_FROM_BYTES` plus what was on its way is buffered. Data after the end is dropped.
 */
export const boundedSender = (
  socket: WebSocket,
  source: Source,
): ((data: Parameters<WebSocket['send']>[0], isBinary?: boolean) => void) => {
  let isHeld = false;
  return (data, isBinary = typeof data !== 'string') => {
    if (socket.readyState !== WebSocket.OPEN) {
      return;
    }
    socket.send(data, { binary: isBinary }, () => {
      if (isHeld && socket.bufferedAmount < HOLD_FROM_BYTES / 2) {
        isHeld = false;
        source.resume();
      }
    });
    if (!isHeld && socket.bufferedAmount > HOLD_FROM_BYTES) {
      isHeld = true;
      source.pause();
    }
  };
};
