import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { boundedSender } from '../../../base/boundedSender';

/** KubeVirt's protocol for consoles: raw bytes in both directions. */
export const STREAM_PROTOCOL = 'plain.kubevirt.io';

/** Connects a stream to an open WebSocket. Both end together, and neither is read faster than the other accepts data. */
export const joinStream = (stream: Duplex, socket: WebSocket): void => {
  const end = (): void => {
    stream.destroy();
    // The client's close frame may be behind paused data.
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
      // Applies back-pressure: the client waits while its input is not read.
      socket.pause();
    }
  });
  stream.on('drain', () => {
    socket.resume();
  });
  socket.on('close', end);
};
