import { defineConfig } from '@playwright/test';
import { findChromium } from '../dev/base/findChromium';
import type { WorkerFixtures } from './test';

const executablePath = findChromium();

// Each worker runs a console and a cluster; two workers fit on two cores.
export default defineConfig<object, WorkerFixtures>({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  // Only to record a trace: a test that passes in the retry still counts as failed.
  retries: 1,
  failOnFlakyTests: true,
  projects: [
    { name: process.env.CONSOLE_URL === undefined ? 'embedded' : 'running-console' },
    // Tests for which the connection to the cluster matters: reads, writes, watches, exec, logs, refusals.
    {
      name: 'own-cluster',
      grep: process.env.ALL_ON_OWN_CLUSTER === undefined ? /@own/ : /./,
      testIgnore: process.env.CONSOLE_URL === undefined ? [] : '**',
      use: { consoleMode: 'kubeconfig' },
    },
  ],
  timeout: 60_000,
  // Longer than the 15 seconds after which the plugin polls what it cannot watch.
  expect: { timeout: 20_000 },
  // The test command sets the report's file name in the environment; without it the JSON would go to the terminal.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME === undefined ? [['list']] : [['list'], ['json']],
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 900 },
    // Recording every test would take as much CPU time as running it.
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
