import { randomBytes } from 'node:crypto';
import { test as base } from '@playwright/test';
import type { FaultClient } from '../dev/cluster/faults/faultClient';
import { createVm } from './cluster';
import type { EmbeddedConsole, Persona } from './embeddedConsole';
import { startEmbeddedConsole } from './embeddedConsole';
import { startKubeconfigConsole, startRealConsole } from './ownClusterConsole';
import { attachToConsole } from './runningConsole';
import { whyNotHere } from './whyNotHere';

/** Where a test works undisturbed by others. */
export interface OwnVm {
  namespace: string;
  name: string;
  /** Path of the VM in the Kubernetes API. */
  apiPath: string;
  /** Path of the VM's page in the console. */
  page: string;
}

type ConsoleMode = 'embedded' | 'kubeconfig';

interface TestFixtures {
  persona: Persona;
  /** A namespace of its own with one stopped VM, gone after the test. */
  ownVm: OwnVm;
  /** Makes requests to the cluster go wrong; all goes well again after the test. */
  faults: FaultClient;
  /** Console errors and failed requests that the test means to cause. */
  expectedProblems: RegExp[];
  noSurprises: undefined;
  asPersona: undefined;
  /** Skips, with a word, what only our own cluster and console have. */
  skipElsewhere: undefined;
}

export interface WorkerFixtures {
  scenario: string;
  /** `kubeconfig`: the console reaches the embedded cluster by its kubeconfig, as if it were foreign. */
  consoleMode: ConsoleMode;
  /** Whether the console is one with kubevirt-plugin. */
  hasKubeVirtPlugin: boolean;
  embedded: EmbeddedConsole;
}

/** What is tested: the console at CONSOLE_URL, or one of our own; with TEST_KUBECONFIG on the cluster of that kubeconfig. */
const startTested = async (
  scenario: string,
  mode: ConsoleMode,
  hasKubeVirtPlugin: boolean,
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
      ]);
};

/** What a page may ask for: its own origin and what it made itself. The first request of all is its own, too. */
const isOwn = (url: string, page: string): boolean =>
  /^(data|blob):/.test(url) || page === 'about:blank' || new URL(url).host === new URL(page).host;

/** A console that is not ours asks for much that its cluster may lack, and warns of itself. */
const isOurs = (url: string): boolean =>
  process.env.CONSOLE_URL === undefined || url.includes('/api/plugins/kubevirt-sidecar-plugin/');

/** A pod may go between being listed and being asked for its log: no test can tell when. */
const LOG_OF_A_GONE_POD = /404 (GET|\(Not Found\)) .*\/pods\/[^/]+\/log\?/;

/**
 * Playwright's `test` with an embedded console per scenario and worker. A console error (a violation of the content security
 * policy is one), an uncaught exception, a failed request that the test did not announce, or any request to another
 * origin fails it.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  scenario: ['demo', { option: true, scope: 'worker' }],
  consoleMode: ['embedded', { option: true, scope: 'worker' }],
  hasKubeVirtPlugin: [true, { option: true, scope: 'worker' }],
  embedded: [
    async ({ scenario, consoleMode, hasKubeVirtPlugin }, use) => {
      const embedded = await startTested(scenario, consoleMode, hasKubeVirtPlugin);
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
