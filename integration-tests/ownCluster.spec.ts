import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse, stringify } from 'yaml';
import type { Kubeconfig } from './embeddedConsole';
import { freePort } from './embeddedConsole';
import type { StartedConsole } from './startConsole';
import { startConsole } from './startConsole';

// eslint-disable-next-line playwright/no-skipped-test -- skipped for a running console only
test.skip(process.env.CONSOLE_URL !== undefined, 'starts a console of its own');

test('names the cluster, says when it is unreachable, and continues when it is back', async ({ page }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'own-cluster-'));
  const kubeconfig = join(folder, 'kubeconfig');
  const apiPort = await freePort();
  const written = join(folder, 'written');
  // Each start makes new tokens, which the console must read from the kubeconfig.
  const startCluster = async (): Promise<StartedConsole> =>
    startConsole([
      '--port=0',
      `--api-port=${apiPort}`,
      `--write-kubeconfig=${written}`,
      '--scenario=plain-kubevirt',
    ]);
  const logIn = (): string => {
    const { users } = parse(readFileSync(written, 'utf8')) as Kubeconfig;
    const token = users.find(({ name }) => name === 'viewer')?.user.token ?? '';
    writeFileSync(
      kubeconfig,
      stringify({
        clusters: [{ name: 'mine', cluster: { server: `http://127.0.0.1:${apiPort}` } }],
        users: [{ name: 'vera', user: { token } }],
        contexts: [{ name: 'work', context: { cluster: 'mine', user: 'vera' } }],
        'current-context': 'work',
      }),
    );
    return token;
  };
  let cluster = await startCluster();
  logIn();
  const own = await startConsole(['--port=0', `--kubeconfig=${kubeconfig}`]);
  try {
    await page.goto(`${own.consoleUrl}/k8s/ns/storefront/sidecar-hooks`);
    const label = page.getByRole('button', { name: 'Your cluster: mine' });
    await expect(
      page.getByText(/^work · Kubernetes v1\.\d+\.\d+\S* · KubeVirt v1\.9\.0 · no HCO$/),
    ).toBeVisible();
    await label.click();
    await expect(page.getByRole('dialog').getByText('Not installed')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('link', { name: 'example-vm' })).toBeVisible();

    await cluster.stop();
    await expect(page.getByText('The cluster cannot be used')).toBeVisible({ timeout: 30_000 });
    await expect(
      page.getByText(/No API server listens at 127\.0\.0\.1:\d+\. Is the cluster running\?/),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: 'example-vm' })).toBeVisible();

    cluster = await startCluster();
    await expect(page.getByText(/no longer accepts user “vera”. Log in again/)).toBeVisible({
      timeout: 30_000,
    });
    const token = logIn();
    await expect(page.getByText('The cluster cannot be used')).toBeHidden({ timeout: 30_000 });
    await page.reload();
    await expect(page.getByRole('link', { name: 'example-vm' })).toBeVisible();
    expect(token).not.toBe('');
    expect(await page.content()).not.toContain(token);
  } finally {
    await own.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true });
  }
});
