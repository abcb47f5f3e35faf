import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, Page } from '@playwright/test';
import { EMPTY_NAMESPACE } from './lists';
import { openPage } from './openPage';
import { median, milliseconds, printTable } from './printTable';
import { startServers } from './startServers';

/** A command that the page ran in the pod, and what it wrote to its stdin. */
interface Exec {
  pod: string;
  container: string;
  command: string[];
  stdin: Buffer;
}

/** Collects the commands that the page runs from now on. */
const watchExecs = (page: Page): Exec[] => {
  const execs: Exec[] = [];
  page.on('websocket', (socket) => {
    const { pathname, searchParams } = new URL(socket.url());
    const pod = /\/pods\/([^/]+)\/exec$/.exec(pathname)?.[1];
    if (pod !== undefined) {
      const container = searchParams.get('container') ?? '';
      const exec: Exec = { pod, container, command: searchParams.getAll('command'), stdin: Buffer.alloc(0) };
      execs.push(exec);
      socket.on('framesent', ({ payload }) => {
        exec.stdin = Buffer.concat([exec.stdin, Buffer.from(payload).subarray(1)]);
      });
    }
  });
  return execs;
};

/** Runs the same with kubectl, and returns the milliseconds. Its stdin stays open, as the page's does. */
const runAgain = async (kubeconfig: string, { pod, container, command, stdin }: Exec): Promise<number> => {
  const started = performance.now();
  const words = ['exec', '-i', '-n', EMPTY_NAMESPACE, pod, '-c', container, '--', ...command];
  const child = spawn('kubectl', ['--kubeconfig', kubeconfig, ...words], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.write(stdin);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) {
    throw new Error(`kubectl exec ended with ${String(code)}.`);
  }
  return performance.now() - started;
};

/** Clicks *Try it* and returns the milliseconds until the result of all calls is there. */
const tryIt = async (page: Page): Promise<number> => {
  const started = performance.now();
  await page.getByRole('button', { name: 'Try it' }).click();
  const stop = page.getByRole('button', { name: 'Stop' });
  await stop.waitFor();
  await stop.waitFor({ state: 'detached' });
  return performance.now() - started;
};

/** Compares a try of a new script's example with kubectl running the same commands in the same pod. */
export const benchQuickTry = async (browser: Browser, { runs }: { runs: number }): Promise<void> => {
  const servers = await startServers({ vms: 0 });
  const { page } = await openPage(browser, servers.url);
  try {
    await page.goto(`/k8s/ns/${EMPTY_NAMESPACE}/sidecar-hooks/scripts/~new?name=bench`);
    await page.getByRole('tab', { name: 'Try it' }).click();
    const first = await tryIt(page);
    const again: number[] = [];
    const byKubectl: number[] = [];
    const execs = watchExecs(page);
    for (let run = 0; run < runs; run += 1) {
      execs.length = 0;
      again.push(await tryIt(page));
      let sum = 0;
      for (const exec of execs) {
        sum += await runAgain(servers.kubeconfig, exec);
      }
      byKubectl.push(sum);
    }
    const second = median(again);
    const kubectl = median(byKubectl);
    printTable(
      `Quick try, medians of ${runs}`,
      ['', `${execs.length} calls`],
      [
        ['first try, with a new pod', milliseconds(first)],
        ['second try', milliseconds(second)],
        ['kubectl exec of the same calls', milliseconds(kubectl)],
        ['  second try in times of kubectl', `${(second / kubectl).toFixed(1)} ×`],
      ],
    );
  } finally {
    await page.close();
    await servers.stop();
  }
};
