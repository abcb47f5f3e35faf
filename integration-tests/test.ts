import { test as base } from '@playwright/test';
import type { EmbeddedConsole } from './embeddedConsole';
import { startEmbeddedConsole } from './embeddedConsole';

export type Persona = 'admin' | 'editor' | 'viewer';

interface TestFixtures {
  persona: Persona;
  /** Console errors and failed requests that the test means to cause. */
  expectedProblems: RegExp[];
  noSurprises: undefined;
}

interface WorkerFixtures {
  scenario: string;
  embedded: EmbeddedConsole;
}

/**
 * Playwright's `test` with an embedded console per scenario and worker. A console error, an uncaught exception or a
 * failed request that the test did not announce fails it.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  scenario: ['demo', { option: true, scope: 'worker' }],
  embedded: [
    async ({ scenario }, use) => {
      const embedded = await startEmbeddedConsole(scenario);
      await use(embedded);
      await embedded.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  persona: ['admin', { option: true }],
  expectedProblems: [[], { option: true }],
  baseURL: async ({ embedded }, use) => {
    await use(embedded.consoleUrl);
  },
  noSurprises: [
    async ({ page, expectedProblems }, use) => {
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') {
          problems.push(`console: ${message.text()} (${message.location().url})`);
        }
      });
      page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 400) {
          problems.push(`${response.status()} ${response.request().method()} ${response.url()}`);
        }
      });
      await use(undefined);
      const surprises = problems.filter((problem) => !expectedProblems.some((expected) => expected.test(problem)));
      base.expect(surprises, 'console errors and failed requests').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
