/**
 * Scripts of the plugin that could not be fetched, kept from failing until somebody tries again.
 *
 * webpack remembers for ever that a shared module failed: importing the part again would fail without asking the network.
 * So a script that does not come is not reported to it while the user is offered to try again; the import just takes
 * longer.
 */
type LoadScript = (
  url: string,
  done: (event?: { type: string }) => void,
  key?: string,
  chunkId?: string | number,
) => void;

declare const __webpack_require__: { l: LoadScript };

/** So often is tried again what nobody asks for. */
const RETRY_MS = 10_000;

let held: readonly (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
/** Parts that are being loaded. Without any, a script is one that the console itself asks for, and fails as any other. */
let loads = 0;
const listeners = new Set<() => void>();

const hold = (next: typeof held): void => {
  held = next;
  clearTimeout(timer);
  if (held.length > 0) {
    timer = setTimeout(retryHeld, RETRY_MS);
  }
  listeners.forEach((listener) => {
    listener();
  });
};

const holding =
  (load: LoadScript): LoadScript =>
  (url, done, key, chunkId) => {
    const attempt = (): void => {
      load(
        url,
        (event) => {
          if (event?.type === 'error' && loads > 0) {
            hold([...held, attempt]);
          } else {
            done(event);
          }
        },
        key,
        chunkId,
      );
    };
    attempt();
  };

// Tests run without webpack.
if (typeof __webpack_require__ !== 'undefined') {
  __webpack_require__.l = holding(__webpack_require__.l);
}

/** Loads a part; scripts that do not come meanwhile are held. */
export const whileHolding = async <T>(load: () => Promise<T>): Promise<T> => {
  loads += 1;
  try {
    return await load();
  } finally {
    loads -= 1;
  }
};

export const subscribeToHeld = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Whether scripts were not fetched and wait to be tried again. */
export const isAnyHeld = (): boolean => held.length > 0;

/** Fetches again what is held. */
export function retryHeld(): void {
  const attempts = held;
  hold([]);
  attempts.forEach((attempt) => {
    attempt();
  });
}
