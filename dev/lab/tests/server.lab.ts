import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  freePort,
  startEmbeddedConsole,
  type EmbeddedConsole,
} from '../../../integration-tests/embeddedConsole';
import { ensureChromium } from '../../base/findChromium';
import { buildGuest } from '../guest/buildGuest';
import { labProcesses, processFile, processIds } from '../processes';
import { PATIENCE } from './labCluster';

const labFolders = (): string[] =>
  readdirSync('/tmp')
    .filter((name) => name.startsWith('ksp-lab-'))
    .map((name) => `/tmp/${name}`);

/** Everything a lab may leave behind: processes, its folder with sockets and files, and mounts. */
const leavings = (folder: string): unknown => ({
  processes: labProcesses(folder),
  folder: existsSync(folder),
  mounts: readFileSync('/proc/mounts', 'utf8').includes(folder),
});

const nothing = { processes: [], folder: false, mounts: false };

interface Server {
  console: EmbeddedConsole;
  folder: string;
}

const TWO_VMS = ['--libvirt', '--kubevirt-version=v1.9.0'];

/** The folder of the newly started lab, once both VMs run. */
const newLab = async (before: readonly string[]): Promise<string> =>
  vi.waitFor(() => {
    const folder = labFolders().find((path) => !before.includes(path)) ?? '';
    // The daemon and one QEMU process per VM.
    expect(labProcesses(folder)).toHaveLength(3);
    return folder;
  }, PATIENCE);

/** Runs `npm start -- --libvirt` with two running VMs. */
const start = async (): Promise<Server> => {
  const before = labFolders();
  const console = await startEmbeddedConsole('old-kubevirt', TWO_VMS);
  return { console, folder: await newLab(before) };
};

/** The process that runs `dev/start.ts`, the last in the chain of child processes. */
const serverBelow = (pid: number): number => {
  const isBelow = (id: number): boolean =>
    processFile(id, 'status')?.includes(`\nPPid:\t${pid}\n`) === true &&
    processFile(id, 'cmdline')?.includes('dev/start.ts') === true;
  const next = processIds().find(isBelow);
  return next === undefined ? pid : serverBelow(next);
};

let server: Server | undefined;
beforeAll(async () => {
  await buildGuest();
  // The first start may have to build plugin and console.
}, 600_000);
afterAll(async () => {
  await server?.console.stop();
});

it('checks the guest in the browser, and leaves nothing behind when it is stopped', async () => {
  server = await start();
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const page = await browser.newPage();
    const path = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm/hook-validation';
    await page.goto(`${await server.console.urlFor('admin')}${path}`);
    const card = page.locator('[data-test="inside-guest"]');
    await vi.waitFor(async () => {
      await card.getByRole('button', { name: 'Check inside the guest' }).click();
      await card.getByText('Verified', { exact: true }).waitFor({ timeout: 5000 });
    }, PATIENCE);
    expect(await card.getByText('baseBoard manufacturer: Radical Edward').isVisible()).toBe(true);
  } finally {
    await browser.close();
  }
  await server.console.stop('SIGINT');
  expect(leavings(server.folder)).toEqual(nothing);
  server = undefined;
}, 600_000);

it('removes what a killed server left when the next one starts', async () => {
  const killed = await start();
  await killed.console.stop('SIGKILL');
  expect(leavings(killed.folder)).not.toEqual(nothing);
  server = await start();
  expect(leavings(killed.folder)).toEqual(nothing);
  await server.console.stop('SIGTERM');
  expect(leavings(server.folder)).toEqual(nothing);
  server = undefined;
});

it('leaves nothing behind when all processes of `npm start` get a signal at once while the server is busy', async () => {
  const before = labFolders();
  const ports = [`--port=${await freePort()}`, `--api-port=${await freePort()}`];
  const npm = spawn('npm', ['start', '--', '--no-open', '--scenario=old-kubevirt', ...ports, ...TWO_VMS], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // In its own process group.
    detached: true,
  });
  const pid = npm.pid ?? 0;
  // All processes share this output, which closes with the last of them.
  npm.stdout.resume();
  const ended = new Promise((resolve) => npm.once('close', resolve));
  const folder = await newLab(before);
  const busy = serverBelow(pid);
  expect(busy).not.toBe(pid);
  process.kill(busy, 'SIGSTOP');
  process.kill(-pid, 'SIGTERM');
  await delay(500);
  process.kill(busy, 'SIGCONT');
  await ended;
  expect(leavings(folder)).toEqual(nothing);
});
