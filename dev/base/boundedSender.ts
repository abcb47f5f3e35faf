import { WebSocket } from 'ws';

/** What may wait for a client before its source is held: enough that one who reads never waits for the source. */
const HOLD_FROM_BYTES = 1024 * 1024;

/** What gives bytes or messages, and can be told to wait. */
export interface Source {
  pause: () => void;
  resume: () => void;
}

/**
 * Answers how to send what a source gives to a WebSocket. While the client takes less than comes, the source is held: no
 * more than `HOLD_FROM_BYTES`, and what the source had on its way, waits in memory. What comes after the end is dropped.
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
