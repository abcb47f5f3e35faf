import type { Finding } from '../../../sidecars/checks/check';
import type * as Checks from '../../../sidecars/checks/script/runScriptChecks';
import type { ScriptSource } from '../../../sidecars/checks/script/runScriptChecks';

/** Whatever is written in a shorter script, checks of it take less time than a worker takes to start. */
const SHORT_CHARACTERS = 4_096;
/** Any script that a person wrote takes a small part of this. */
const LIMIT_SECONDS = 5;

const inWorker = async (
  worker: Worker,
  source: ScriptSource,
  signal: AbortSignal,
): Promise<readonly Finding[]> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`no result within ${LIMIT_SECONDS} s`));
    }, LIMIT_SECONDS * 1_000);
    worker.onmessage = ({ data }: MessageEvent<readonly Finding[]>) => {
      clearTimeout(timer);
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      clearTimeout(timer);
      reject(new Error(message === '' ? 'the worker failed' : message));
    };
    // Nobody waits for the result any more, so the worker is ended before its time is over.
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('aborted'));
    });
    worker.postMessage(source);
  });

/**
 * Checks scripts, long ones in a worker of their own that is ended when it takes too long: that is a finding too. Never
 * rejects.
 */
export const createScriptChecker =
  (startWorker: () => Worker) =>
  async (
    { checkScript, preparesTooLate, scriptNotChecked }: typeof Checks,
    sources: readonly ScriptSource[],
    signal: AbortSignal,
  ): Promise<Finding[]> => {
    const findings: Finding[] = preparesTooLate(sources);
    for (const source of sources) {
      if (signal.aborted) {
        break;
      }
      if (source.text.length < SHORT_CHARACTERS) {
        findings.push(...checkScript(source));
        continue;
      }
      let worker: Worker | undefined;
      try {
        worker = startWorker();
        findings.push(...(await inWorker(worker, source, signal)));
      } catch (error) {
        findings.push(scriptNotChecked(source, error instanceof Error ? error.message : String(error)));
      } finally {
        worker?.terminate();
      }
    }
    return findings;
  };

/** Its worker's file comes from the console's origin, as the content security policy requires. */
export const checkScripts = createScriptChecker(
  () => new Worker(new URL(/* webpackChunkName: "script-worker" */ './scriptWorker.ts', import.meta.url)),
);
