import type { ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { WatchStart } from '../read/watch';
import { boundedSender } from '../../../base/boundedSender';
import { OutputQueue } from './outputQueue';

/**
 * Limit of queued changes for a client, besides the megabytes in its connection. A slower client loses its watch and lists
 * again, as with a real API server, whose limit is lower.
 */
export const MOST_WAITING_CHANGES = 400;

/** Streams watch events as lines of JSON until the client or the timeout ends it. */
export const watchOverHttp = (start: WatchStart, response: ServerResponse): void => {
  const open = (): void => {
    if (!response.headersSent) {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache, private' });
      response.flushHeaders();
    }
  };
  const cut = (): void => {
    response.destroy();
  };
  const queue = new OutputQueue<string>(
    {
      write: (event) => {
        open();
        return response.write(`${event}\n`);
      },
      end: () => {
        open();
        response.end();
      },
      overflow: cut,
    },
    MOST_WAITING_CHANGES,
  );
  response.on('drain', () => {
    queue.resume();
  });
  const stop = start({
    send: (event, weight) => {
      queue.push(event, weight);
    },
    end: () => {
      queue.end();
    },
    cut,
  });
  open();
  response.on('close', () => {
    stop();
    queue.close();
  });
};

const ENCODERS: Readonly<Record<string, (event: string) => string | Buffer>> = {
  '': (event) => event,
  'base64.binary.k8s.io': (event) => Buffer.from(event).toString('base64'),
  'binary.k8s.io': (event) => Buffer.from(event),
};

export const WATCH_PROTOCOLS = Object.keys(ENCODERS).filter((protocol) => protocol !== '');

/** Sends each watch event as a message; a text message unless the client asked for another protocol. */
export const watchOverSocket = (start: WatchStart, socket: WebSocket): void => {
  const encode = ENCODERS[socket.protocol] ?? ((event: string) => event);
  const cut = (): void => {
    socket.terminate();
  };
  let hasRoom = true;
  const send = boundedSender(socket, {
    pause: () => {
      hasRoom = false;
    },
    resume: () => {
      hasRoom = true;
      queue.resume();
    },
  });
  const queue = new OutputQueue<string>(
    {
      write: (event) => {
        send(encode(event));
        return hasRoom;
      },
      end: () => {
        socket.close(1000);
      },
      overflow: cut,
    },
    MOST_WAITING_CHANGES,
  );
  const stop = start({
    send: (event, weight) => {
      queue.push(event, weight);
    },
    end: () => {
      queue.end();
    },
    cut,
  });
  socket.on('close', () => {
    stop();
    queue.close();
  });
};
