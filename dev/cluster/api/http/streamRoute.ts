import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { boundedSender } from '../../../base/boundedSender';

/** KubeVirt's protocol for consoles: the bytes as they are, each way. */
export const STREAM_PROTOCOL = 'plain.kubevirt.io';

/** Carries a stream over an open WebSocket; either ends with the other, and neither is read faster than the other takes. */
export const joinStream = (stream: Duplex, socket: WebSocket): void => {
  const end = (): void => {
    stream.destroy();
    // The client's own goodbye may lie behind what was paused.
    socket.resume();
    socket.close(1000);
  };
  const send = boundedSender(socket, stream);
  stream.on('data', (chunk: Buffer) => {
    send(chunk);
  });
  stream.on('close', end);
  stream.on('error', end);
  socket.on('message', (data) => {
    if (stream.destroyed) {
      return;
    }
    if (!stream.write(Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer))) {
      // What is typed faster than it is read waits at the client.
      socket.pause();
    }
  });
  stream.on('drain', () => {
    socket.resume();
  });
  socket.on('close', end);
};
