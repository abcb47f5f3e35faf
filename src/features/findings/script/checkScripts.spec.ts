import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as checks from '../../../sidecars/checks/script/runScriptChecks';
import { sh, source } from '../../../sidecars/checks/script/scriptFixtures';
import { createScriptChecker } from './checkScripts';

const SHORT = source(sh('if'));
const LONG = source(sh('if\n'.repeat(3_000)));
const LIMIT_MS = 5_000;

/** A worker that answers at once, or never. */
const fakeWorker = (answers: boolean): Worker => {
  const worker = {
    onmessage: vi.fn<(event: { data: unknown }) => void>(),
    postMessage: (asked: typeof LONG): void => {
      if (answers) {
        worker.onmessage({ data: checks.checkScript(asked) });
      }
    },
    terminate: vi.fn(),
  };
  return worker as unknown as Worker;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('checks short scripts without a worker, and long ones in one that is ended afterwards', async () => {
  const worker = fakeWorker(true);
  const start = vi.fn(() => worker);
  const check = createScriptChecker(start);
  const { signal } = new AbortController();
  expect(await check(checks, [SHORT], signal)).toEqual(checks.checkScript(SHORT));
  expect(start).not.toHaveBeenCalled();
  expect(await check(checks, [LONG], signal)).toEqual(checks.checkScript(LONG));
  // eslint-disable-next-line @typescript-eslint/unbound-method -- a spy
  expect(worker.terminate).toHaveBeenCalledOnce();
});

it('ends a worker that takes too long, says so, and goes on with the next script', async () => {
  const worker = fakeWorker(false);
  const found = createScriptChecker(() => worker)(checks, [LONG, SHORT], new AbortController().signal);
  await vi.advanceTimersByTimeAsync(LIMIT_MS);
  expect((await found).map(({ id }) => id)).toEqual([
    'scriptNotChecked',
    ...checks.checkScript(SHORT).map(({ id }) => id),
  ]);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- a spy
  expect(worker.terminate).toHaveBeenCalledOnce();
});

it('ends a worker whose result nobody waits for any more', async () => {
  const worker = fakeWorker(false);
  const aborter = new AbortController();
  const found = createScriptChecker(() => worker)(checks, [LONG, LONG], aborter.signal);
  aborter.abort();
  await found;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- a spy
  expect(worker.terminate).toHaveBeenCalledOnce();
});

it('says that a script was not checked where there are no workers', async () => {
  const check = createScriptChecker(() => {
    throw new Error('forbidden');
  });
  const [finding] = await check(checks, [LONG], new AbortController().signal);
  expect(finding).toMatchObject({ id: 'scriptNotChecked', params: { message: 'forbidden' } });
});
