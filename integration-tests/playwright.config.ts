import { defineConfig } from '@playwright/test';
import { findChromium } from '../dev/base/findChromium';
import type { WorkerFixtures } from './test';

const executablePath = findChromium();

/** Each worker runs a console and a cluster of its own; two fit on two cores. */
export default defineConfig<object, WorkerFixtures>({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  // For its trace only: one that passes when it is tried again has failed all the same.
  retries: 1,
  failOnFlakyTests: true,
  projects: [
    { name: process.env.CONSOLE_URL === undefined ? 'embedded' : 'running-console' },
    // What the way to the cluster could break: reads, writes, watches, exec, logs, refusals. The rest would be no news.
    {
      name: 'own-cluster',
      grep: process.env.ALL_ON_OWN_CLUSTER === undefined ? /@own/ : /./,
      testIgnore: process.env.CONSOLE_URL === undefined ? [] : '**',
      use: { consoleMode: 'kubeconfig' },
    },
  ],
  timeout: 60_000,
  // Longer than the 15 seconds after which the plugin asks again for what cannot be watched.
  expect: { timeout: 20_000 },
  // The test command names the JSON report in the environment; without that it would go to the terminal.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME === undefined ? [['list']] : [['list'], ['json']],
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 900 },
    // Recording every test would take as much of the processor as running it.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
