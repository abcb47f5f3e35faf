import type { ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { WatchStart } from '../read/watch';

/** A client that reads this much slower than things change loses its watch and starts over. */
const BACKLOG_LIMIT_BYTES = 64 * 1024 * 1024;

/** Streams watch events as lines of JSON until the client or the timeout ends it. */
export const watchOverHttp = (start: WatchStart, response: ServerResponse): void => {
  const open = (): void => {
    if (!response.headersSent) {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache, private' });
      response.flushHeaders();
    }
  };
  const stop = start({
    send: (event) => {
      open();
      response.write(`${event}\n`);
      if (response.writableLength > BACKLOG_LIMIT_BYTES) {
        response.destroy();
      }
    },
    end: () => {
      open();
      response.end();
    },
    cut: () => {
      response.destroy();
    },
  });
  open();
  response.on('close', stop);
};

const encoders: Readonly<Record<string, (event: string) => string | Buffer>> = {
  '': (event) => event,
  'base64.binary.k8s.io': (event) => Buffer.from(event).toString('base64'),
  'binary.k8s.io': (event) => Buffer.from(event),
};

export const WATCH_PROTOCOLS = Object.keys(encoders).filter((protocol) => protocol !== '');

/** Sends each watch event as a message; a text message unless the client asked for another protocol. */
export const watchOverSocket = (start: WatchStart, socket: WebSocket): void => {
  const encode = encoders[socket.protocol] ?? ((event: string) => event);
  const stop = start({
    send: (event) => {
      socket.send(encode(event));
      if (socket.bufferedAmount > BACKLOG_LIMIT_BYTES) {
        socket.terminate();
      }
    },
    end: () => {
      socket.close(1000);
    },
    cut: () => {
      socket.terminate();
    },
  });
  socket.on('close', stop);
};
