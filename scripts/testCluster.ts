/**
 * Runs the browser tests that are safe on a real cluster (tagged @safe) against the cluster of a kubeconfig. They create
 * and remove their own namespaces, `e2e-…`, and change nothing else.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { kubeconfigPaths } from '../dev/ownCluster/kubeconfigPaths';
import { ensureChromium } from '../dev/base/findChromium';

const HELP = 'Usage: npm run test:cluster -- --kubeconfig PATH [--context NAME]';

const { values } = parseArgs({ options: { kubeconfig: { type: 'string' }, context: { type: 'string' } } });

if (values.kubeconfig === undefined) {
  // The current context may be a production cluster: tests must name theirs.
  console.error(`Name the cluster to test on. ${HELP}`);
  process.exitCode = 1;
} else {
  const [kubeconfig] = kubeconfigPaths(values.kubeconfig);
  const child = spawn(
    process.execPath,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config=integration-tests/playwright.config.ts',
      '--grep=@safe',
      '--project=embedded',
      '--workers=1',
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        CHROMIUM: ensureChromium(),
        TEST_KUBECONFIG: kubeconfig,
        ...(values.context === undefined ? {} : { TEST_CONTEXT: values.context }),
      },
    },
  );
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
