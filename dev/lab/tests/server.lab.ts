import { chromium } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startEmbeddedConsole, type EmbeddedConsole } from '../../../integration-tests/embeddedConsole';
import { ensureChromium } from '../../../scripts/findChromium';
import { buildGuest } from '../guest/buildGuest';
import { labProcesses } from '../processes';
import { patience } from './labCluster';

const labFolders = (): string[] =>
  readdirSync('/tmp')
    .filter((name) => name.startsWith('ksp-lab-'))
    .map((name) => `/tmp/${name}`);

/** What a lab may leave: its processes, its folder with all sockets and files, and mounts. */
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

/** `npm start -- --libvirt` with two VMs, both running. */
const start = async (): Promise<Server> => {
  const before = labFolders();
  const console = await startEmbeddedConsole('old-kubevirt', ['--libvirt', '--kubevirt-version=v1.9.0']);
  const folder = labFolders().find((path) => !before.includes(path)) ?? '';
  await vi.waitFor(() => {
    // The daemon and a QEMU process a VM.
    expect(labProcesses(folder)).toHaveLength(3);
  }, patience);
  return { console, folder };
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
    }, patience);
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
