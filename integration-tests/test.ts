import { randomBytes } from 'node:crypto';
import { test as base } from '@playwright/test';
import type { FaultClient } from '../dev/cluster/faults/faultClient';
import { createVm } from './cluster';
import type { EmbeddedConsole, Persona } from './embeddedConsole';
import { startEmbeddedConsole } from './embeddedConsole';
import { startKubeconfigConsole, startRealConsole } from './ownClusterConsole';
import { attachToConsole } from './runningConsole';
import { whyNotHere } from './whyNotHere';

/** A VM in a namespace of its own, which no other test uses. */
export interface OwnVm {
  namespace: string;
  name: string;
  apiPath: string;
  page: string;
}

type ConsoleMode = 'embedded' | 'kubeconfig';

interface TestFixtures {
  persona: Persona;
  /** A namespace with one stopped VM, removed after the test. */
  ownVm: OwnVm;
  /** Makes requests to the cluster fail; reset after the test. */
  faults: FaultClient;
  /** Console errors and failed requests that the test causes on purpose. */
  expectedProblems: RegExp[];
  noSurprises: undefined;
  asPersona: undefined;
  /** Skips, with a reason, tests that need the embedded cluster or console. */
  skipElsewhere: undefined;
}

export interface WorkerFixtures {
  scenario: string;
  /** `kubeconfig`: the console connects to the embedded cluster with its kubeconfig, as to a real one. */
  consoleMode: ConsoleMode;
  hasKubeVirtPlugin: boolean;
  /** More options for `npm start`. */
  startOptions: string[];
  embedded: EmbeddedConsole;
}

/** The console at CONSOLE_URL, or an embedded one; with TEST_KUBECONFIG in front of that cluster. */
const startTested = async (
  scenario: string,
  mode: ConsoleMode,
  hasKubeVirtPlugin: boolean,
  startOptions: readonly string[],
): Promise<EmbeddedConsole> => {
  const { CONSOLE_URL, KUBECONFIG, TEST_KUBECONFIG, TEST_CONTEXT } = process.env;
  if (CONSOLE_URL !== undefined) {
    return attachToConsole(CONSOLE_URL.replace(/\/$/, ''), KUBECONFIG);
  }
  if (TEST_KUBECONFIG !== undefined) {
    return startRealConsole(TEST_KUBECONFIG, TEST_CONTEXT);
  }
  return mode === 'kubeconfig'
    ? startKubeconfigConsole(scenario)
    : startEmbeddedConsole(scenario, [
        '--no-libvirt',
        ...(hasKubeVirtPlugin ? [] : ['--without-virtualization']),
        ...startOptions,
      ]);
};

/** Whether a request is to the page's own origin, or to data the page made. The first request is always allowed. */
const isOwn = (url: string, page: string): boolean =>
  /^(data|blob):/.test(url) || page === 'about:blank' || new URL(url).host === new URL(page).host;

/** Other consoles request APIs that their cluster may lack, and log their own warnings: only ours count. */
const isOurs = (url: string): boolean =>
  process.env.CONSOLE_URL === undefined || url.includes('/api/plugins/kubevirt-sidecar-plugin/');

/** A pod may be deleted between the list and the request for its log; tests cannot prevent it. */
const LOG_OF_A_GONE_POD = /404 (GET|\(Not Found\)) .*\/pods\/[^/]+\/log\?/;

/**
 * Playwright's `test` with an embedded console per scenario and worker. It fails on a console error (including violations
 * of the content security policy), an uncaught exception, a failed request that the test does not expect, or a request to
 * another origin.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  scenario: ['demo', { option: true, scope: 'worker' }],
  consoleMode: ['embedded', { option: true, scope: 'worker' }],
  hasKubeVirtPlugin: [true, { option: true, scope: 'worker' }],
  startOptions: [[], { option: true, scope: 'worker' }],
  embedded: [
    async ({ scenario, consoleMode, hasKubeVirtPlugin, startOptions }, use) => {
      const embedded = await startTested(scenario, consoleMode, hasKubeVirtPlugin, startOptions);
      await use(embedded);
      await embedded.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  persona: ['admin', { option: true }],
  expectedProblems: [[], { option: true }],
  asPersona: [
    async ({ page, persona, embedded }, use) => {
      if (persona !== 'admin' && embedded.canSwitchPersona) {
        await page.goto(await embedded.urlFor(persona));
        await page.getByRole('button', { name: 'Cluster admin' }).click();
        await page.getByRole('menuitem', { name: new RegExp(`^${persona}`, 'i') }).click();
        await page.getByRole('button', { name: new RegExp(persona, 'i') }).waitFor();
      }
      await use(undefined);
    },
    { auto: true },
  ],
  ownVm: async ({ embedded: { api } }, use) => {
    const namespace = `e2e-${randomBytes(4).toString('hex')}`;
    await api('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    await use(await createVm(api, { namespace }, 'web-server'));
    await api('DELETE', `/api/v1/namespaces/${namespace}`);
  },
  skipElsewhere: [
    async ({ embedded, scenario, persona }, use, { tags }) => {
      const why =
        embedded.faults === undefined ? await whyNotHere(embedded, { scenario, persona, tags }) : undefined;
      // eslint-disable-next-line playwright/no-skipped-test -- skipped on clusters that are not ours
      base.skip(why !== undefined, why);
      await use(undefined);
    },
    { auto: true },
  ],
  faults: async ({ embedded: { faults } }, use) => {
    if (faults === undefined) {
      // eslint-disable-next-line playwright/no-skipped-test -- skipped on clusters that are not ours
      base.skip(true, 'needs the faults of the embedded cluster');
      return;
    }
    await use(faults);
    await faults.clear();
  },
  baseURL: async ({ embedded, persona }, use) => {
    await use(await embedded.urlFor(persona));
  },
  noSurprises: [
    async ({ page, expectedProblems }, use) => {
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && isOurs(message.location().url)) {
          problems.push(`console: ${message.text()} (${message.location().url})`);
        }
      });
      page.on('request', (request) => {
        if (!isOwn(request.url(), page.url())) {
          problems.push(`request to another origin: ${request.url()}`);
        }
      });
      page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 400 && isOurs(response.url())) {
          problems.push(`${response.status()} ${response.request().method()} ${response.url()}`);
        }
      });
      await use(undefined);
      const surprises = problems.filter(
        (problem) => ![LOG_OF_A_GONE_POD, ...expectedProblems].some((expected) => expected.test(problem)),
      );
      base.expect(surprises, 'console errors and failed requests').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
