import { expect } from 'vitest';
import type { WebSocket } from 'ws';
import { MOST_SOCKETS } from '../../../base/httpLimits';

const TOO_MANY = 20;

/** Resolves with the open socket, or with the HTTP status that the server answered instead. */
export const openOrStatus = async (socket: WebSocket): Promise<WebSocket | number> =>
  new Promise((resolve) => {
    socket.on('open', () => {
      resolve(socket);
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', () => undefined);
  });

/**
 * Opens more WebSockets than a server accepts, closes them, and waits until it accepts one again.
 *
 * @param open opens one more; the caller counts earlier sockets
 * @returns how many of them the server accepted, and how many it refused with 503
 */
export const floodWithSockets = async (
  open: () => Promise<WebSocket | number>,
  whileFull: () => Promise<void>,
): Promise<{ taken: number; refused: number }> => {
  const opened = await Promise.all(Array.from({ length: MOST_SOCKETS + TOO_MANY }, open));
  const sockets = opened.filter((one) => typeof one !== 'number');
  await whileFull();
  sockets.forEach((socket) => {
    socket.terminate();
  });
  await expect
    .poll(async () => {
      const again = await open();
      if (typeof again !== 'number') {
        again.terminate();
      }
      return typeof again;
    })
    .toBe('object');
  return { taken: sockets.length, refused: opened.filter((one) => one === 503).length };
};
