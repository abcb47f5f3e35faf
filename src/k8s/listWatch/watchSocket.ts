import type { WatchEvent } from './objectTable';

export interface WatchSocket {
  close: () => void;
}

interface WatchHandlers {
  onOpen: () => void;
  onEvent: (event: WatchEvent) => void;
  /** The connection ended, or never opened, or sent what is no watch event. Called once, and not after `close`. */
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

/** Watches over the console's WebSocket. Garbage ends the watch: what was missed is read again by the next list. */
export const openWatch = (
  path: string,
  impersonation: readonly string[],
  { onOpen, onEvent, onEnd }: WatchHandlers,
): WatchSocket => {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  const url = `${scheme}://${window.location.host}${path}`;
  // A name given twice, as by a group that is listed twice, is a SyntaxError.
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
