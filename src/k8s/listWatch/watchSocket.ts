import type { WatchEvent } from './objectTable';

export interface WatchSocket {
  close: () => void;
}

interface WatchHandlers {
  onOpen: () => void;
  onEvent: (event: WatchEvent) => void;
  /** The connection ended, did not open, or sent invalid data. Called at most once, and not after `close`. */
  onEnd: () => void;
}

const parseEvent = (data: unknown): WatchEvent | undefined => {
  if (typeof data !== 'string') {
    return undefined;
  }
  try {
    const event = JSON.parse(data) as Partial<WatchEvent> | null;
    return typeof event?.type === 'string' && typeof event.object?.metadata === 'object'
      ? (event as WatchEvent)
      : undefined;
  } catch {
    return undefined;
  }
};

/** Watches over the console's WebSocket. Invalid data ends the watch; the next list reads what was missed. */
export const openWatch = (
  path: string,
  impersonation: readonly string[],
  { onOpen, onEvent, onEnd }: WatchHandlers,
): WatchSocket => {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  const url = `${scheme}://${window.location.host}${path}`;
  // A duplicate subprotocol, for example of a group that is listed twice, is a SyntaxError.
  const socket = new WebSocket(url, [...new Set(impersonation)]);
  let ended = false;
  const end = (): void => {
    if (!ended) {
      ended = true;
      socket.close();
      onEnd();
    }
  };
  socket.addEventListener('open', () => {
    if (!ended) {
      onOpen();
    }
  });
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (ended) {
      return;
    }
    const event = parseEvent(data);
    if (event === undefined) {
      end();
    } else {
      onEvent(event);
    }
  });
  socket.addEventListener('close', end);
  socket.addEventListener('error', end);
  return {
    close: () => {
      ended = true;
      socket.close();
    },
  };
};
