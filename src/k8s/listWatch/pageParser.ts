import {
  parsePage,
  type ListedType,
  type ParseAnswer,
  type ParsedPage,
  type ParseQuestion,
} from './parsePage';

/** Size in bytes below which parsing is faster than sending a page to the worker. */
const WORTH_SENDING = 64 * 1024;
/** An idle worker is ended after this time, because its memory is that of the largest page. */
const IDLE_MS = 10_000;

interface Waiting {
  question: ParseQuestion;
  resolve: (page: ParsedPage) => void;
  reject: (error: Error) => void;
}

/**
 * Parses pages of lists in a worker. If there is none (an old browser, a policy that forbids it, a file that cannot be
 * loaded), parses on the main thread, one page at a time.
 *
 * @param startWorker throws or returns undefined if there are no workers
 */
export const createPageParser = (
  startWorker: () => Worker | undefined,
): ((bytes: ArrayBuffer, type: ListedType) => Promise<ParsedPage>) => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let hasWorkers = true;
  let lastId = 0;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  const parseHere = ({ question: { bytes, type }, resolve, reject }: Waiting): void => {
    try {
      resolve(parsePage(bytes, type));
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
  };

  const doWithout = (): void => {
    hasWorkers = false;
    stop();
    const left = [...waiting.values()];
    waiting.clear();
    left.forEach(parseHere);
  };

  const settle = ({ data }: MessageEvent<ParseAnswer>): void => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('page' in data) {
      asked?.resolve(data.page);
    } else {
      asked?.reject(new SyntaxError(data.problem));
    }
    if (waiting.size === 0) {
      idleTimer = setTimeout(stop, IDLE_MS);
    }
  };

  const running = (): Worker | undefined => {
    if (worker === undefined && hasWorkers) {
      try {
        worker = startWorker();
      } catch {
        // Falls back to the main thread.
      }
      hasWorkers = worker !== undefined;
      worker?.addEventListener('message', settle);
      worker?.addEventListener('error', doWithout);
    }
    return worker;
  };

  return async (bytes, type) =>
    new Promise<ParsedPage>((resolve, reject) => {
      lastId += 1;
      const question: ParseQuestion = { id: lastId, bytes, type };
      const asked: Waiting = { question, resolve, reject };
      const reader = bytes.byteLength < WORTH_SENDING ? undefined : running();
      if (reader === undefined) {
        parseHere(asked);
        return;
      }
      clearTimeout(idleTimer);
      waiting.set(question.id, asked);
      reader.postMessage(question);
    });
};

/** The parser of this page. Its worker's file comes from the console's origin, as the content security policy requires. */
export const parseInWorker = createPageParser(() =>
  typeof Worker === 'undefined'
    ? undefined
    : new Worker(new URL(/* webpackChunkName: "parse-worker" */ './parseWorker.ts', import.meta.url)),
);
