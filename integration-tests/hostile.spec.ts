/** Opens pages with content that tries to deceive or break them: all open, nothing runs, nothing is hidden. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { expect, test } from './test';

test.use({ scenario: 'hostile' });

const pageOf = (vm: string, tab: string): string =>
  `/k8s/ns/hostile/kubevirt.io~v1~VirtualMachine/${vm}/${tab}`;

const expectUntouched = async (page: Page): Promise<void> => {
  expect(await page.title()).not.toBe('owned');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
};

test('the list and both its other tabs', async ({ page }) => {
  await page.goto('/k8s/ns/hostile/sidecar-hooks');
  for (const vm of ['markup', 'runs', 'title', 'prototype', 'deep', 'long']) {
    await expect(page.getByRole('link', { name: vm, exact: true })).toBeVisible();
  }
  await page.getByRole('tab', { name: 'Hook scripts' }).click();
  await expect(page.getByRole('link', { name: 'hostile-script' }).first()).toBeVisible();
  await page.getByRole('tab', { name: 'Feature gate' }).click();
  await expect(page.getByRole('heading', { name: 'Sidecar is enabled' })).toBeVisible();
  await expectUntouched(page);
});

test('a tab shows markup as text and hidden characters by their numbers', async ({ page }) => {
  await page.goto(pageOf('markup', 'sidecar-hooks'));
  const image = page
    .getByText(/quay\.io\/\[U\+202E\]evil\[U\+202C\]\[U\+2066\]\[U\+200B\]\/<img src=x/)
    .filter({ visible: true })
    .first();
  await expect(image).toBeVisible();
  // Also in content that loads later and is collapsed: the events of a pod whose image has that name.
  await expect(page.getByText(/^Failed to pull image/).first()).toBeAttached();
  await expect(page.getByText('\u202E')).toHaveCount(0);
  await expect(page.getByText(/\$t\(key\).*\{\{name\}\}/).first()).toBeVisible();
  await expectUntouched(page);
});

test('tabs and the form open with annotations that are deep, long or contain prototype keys', async ({
  page,
}) => {
  await page.goto(pageOf('deep', 'sidecar-hooks'));
  await expect(page.getByText(/exceeded max depth/).first()).toBeVisible();
  for (const vm of ['long', 'prototype']) {
    await page.goto(pageOf(vm, 'sidecar-hooks'));
    // By keyboard: findings load above the button and may move it during a click.
    await page.getByRole('button', { name: /^Actions of .*hostile-script/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Edit' }).press('Enter');
    await expect(page.getByRole('dialog', { name: /Edit hook sidecar/ })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Review what is written' }).click();
    await expect(page.getByRole('dialog').getByRole('tab').first()).toBeVisible();
  }
  await expectUntouched(page);
});

test('validation shows the XML and the output of a deceiving script as text', async ({ page }) => {
  await page.goto(pageOf('runs', 'hook-validation'));
  const xml = page.locator('[data-test="domain-xml-text"]');
  await xml.scrollIntoViewIfNeeded();
  await expect(xml).toContainText('hostile_runs');
  const log = page.locator('[data-test="hook-log"]');
  await expect(log).toContainText('<b>[U+202E]evil');
  await expect(log).toContainText('[U+001B]');
  await expect(log).toContainText('password=hunter2secret');
  await expectUntouched(page);
});

test('validation shows the title and the description of a domain as text, with their hidden characters', async ({
  page,
}) => {
  await page.goto(pageOf('title', 'hook-validation'));
  const results = page.locator('[data-test="expected-results"]');
  await expect(results).toContainText('/domain/title is “[U+202E]evil[U+202C][U+2066][U+200B]”');
  await expect(results).toContainText(/found “<img src=x onerror=.*<\/script>\[U\+202E\]evil/);
  await expect(results).toContainText(/Contains “<img src=x onerror=.*<\/script>\[U\+202E\]evil/);
  await expect(results).toContainText('"password":"hunter2secret"');
  const xml = page.locator('[data-test="domain-xml-text"]');
  await xml.scrollIntoViewIfNeeded();
  await expect(xml).toContainText('<title>');
  await expect(xml).toContainText('&lt;/script');
  await expect(xml).toContainText('[U+202E]evil[U+202C][U+2066]');
  await expect(xml).toContainText('password=&quot;hunter2secret&quot;');
  await expect(xml.locator('script, img, b')).toHaveCount(0);
  await expect(page.getByText('\u202E')).toHaveCount(0);
  await expectUntouched(page);
});

test('no credential is in storage, cookies that scripts read, or the address', async ({ page, embedded }) => {
  await page.goto(pageOf('runs', 'hook-validation'));
  const xml = page.locator('[data-test="domain-xml-text"]');
  await xml.scrollIntoViewIfNeeded();
  await expect(xml).toContainText('hostile_runs');
  const { users } = parse(readFileSync(embedded.kubeconfig, 'utf8')) as {
    users: { user: { token: string } }[];
  };
  const kept = await page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      location.href,
    ]),
  );
  for (const { user } of users) {
    expect(user.token.length).toBeGreaterThan(8);
    expect(kept).not.toContain(user.token);
  }
  expect(kept).not.toContain('hunter2');
});

test('the content security policy is enforced: code from strings and from elsewhere does not run', async ({
  page,
}) => {
  const answer = await page.goto('/k8s/ns/hostile/sidecar-hooks');
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/script-src|unsafe-eval|https?:|\*/);
});
