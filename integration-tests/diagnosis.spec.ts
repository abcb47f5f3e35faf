/** For each family of failures: the cluster fails, the tab says why, and the cure makes the VM run as wanted. */
import type { Locator, Page } from '@playwright/test';
import { changeScript, createScript, createVm, runningPods, setSidecars, sidecar } from './cluster';
import type { EmbeddedConsole } from './embeddedConsole';
import { expect, test, type OwnVm } from './test';

type Api = EmbeddedConsole['api'];

const WORKING = `#!/bin/sh
printf '%s' "$4" | sed 's|<baseBoard></baseBoard>|<baseBoard><entry name="manufacturer">Mended</entry></baseBoard>|'
`;

const finding = (page: Page, id: string): Locator =>
  page.locator(`[data-test="diagnosis-${id}"], [data-test="finding-${id}"]`).first();

const agree = async (page: Page, button = 'Save'): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
};

const fix = async (page: Page, id: string): Promise<void> => {
  await finding(page, id).getByRole('button', { name: 'Fix it' }).click();
  await agree(page);
};

const restart = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Restart VM' }).first().click();
  await agree(page, 'Restart');
};

/** Replaces the text in the editor by pasting, because typing would trigger auto-completion. */
const write = async (page: Page, within: Locator, text: string): Promise<void> => {
  await within.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  // Deletes brackets that the editor closed automatically.
  await page.keyboard.press('ControlOrMeta+Shift+End');
  await page.keyboard.press('Delete');
};

/** Writes a working script in the workbench. */
const writeScript = async (page: Page): Promise<void> => {
  await write(page, page.getByRole('main'), WORKING);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/ is saved\./)).toBeVisible();
};

/** Checks that the list says "applied" and that the domains have what the script sets. */
const expectMended = async (page: Page, api: Api, vms: readonly OwnVm[]): Promise<void> => {
  await page.goto(`/k8s/ns/${vms[0]?.namespace ?? ''}/sidecar-hooks`);
  for (const { name } of vms) {
    const row = page.locator(`[data-test="vm-row-${name}"]`);
    await expect(row.locator('[data-test="sidecar-state"]')).toHaveText('Applied', { timeout: 30_000 });
  }
  for (const vm of vms) {
    const [pod = ''] = await runningPods(api, vm);
    const path = `/api/kubernetes/api/v1/namespaces/${vm.namespace}/pods/${pod}/log?container=compute`;
    const log = await (await page.request.get(path)).text();
    const defined = [...log.matchAll(/Base64 dump ([\w+/=]+)/g)].at(-1)?.[1] ?? '';
    expect(Buffer.from(defined, 'base64').toString()).toContain('<entry name="manufacturer">Mended</entry>');
  }
};

test.setTimeout(180_000);

test('an annotation that is malformed, misspelt or blank', async ({ page, ownVm, embedded: { api } }) => {
  await createScript(api, ownVm, 'misspelt', WORKING);
  await createScript(api, ownVm, 'malformed', WORKING);
  const { configMap, ...rest } = sidecar('misspelt');
  const malformed = await createVm(api, ownVm, 'malformed', '[{"args": ["--version"] "configMap": 1}]');
  const misspelt = await createVm(api, ownVm, 'misspelt', [{ ...rest, configMaps: configMap }]);
  const blank = await createVm(api, ownVm, 'blank', '');

  await page.goto(`${malformed.page}/sidecar-hooks`);
  await expect(finding(page, 'annotationMalformed')).toBeVisible();
  const repair = page.locator('[data-test="annotation-repair"]');
  await write(page, repair, JSON.stringify([sidecar('malformed')]));
  await repair.getByRole('button', { name: 'Save' }).click();
  await agree(page);
  await restart(page);

  await page.goto(`${misspelt.page}/sidecar-hooks`);
  await expect(finding(page, 'unknownKey')).toContainText('Did you mean configMap?');
  await fix(page, 'unknownKey');
  await restart(page);

  await page.goto(`${blank.page}/sidecar-hooks`);
  await finding(page, 'annotationBlank').getByRole('button', { name: 'Remove the annotation' }).click();
  await agree(page, 'Remove');
  await restart(page);
  await expect.poll(() => runningPods(api, blank)).toHaveLength(1);

  await expectMended(page, api, [malformed, misspelt]);
});

test('a script that is missing, under another key, or attached twice', async ({
  page,
  ownVm,
  embedded: { api },
}) => {
  await createScript(api, ownVm, 'other-key', WORKING);
  await createScript(api, ownVm, 'twice', WORKING);
  const missing = await createVm(api, ownVm, 'missing', [sidecar('missing')]);
  const otherKey = await createVm(api, ownVm, 'other-key', [
    sidecar('other-key', {
      configMap: { name: 'other-key', key: 'run.sh', hookPath: '/usr/bin/onDefineDomain' },
    }),
  ]);
  const twice = await createVm(api, ownVm, 'twice', [sidecar('twice'), sidecar('twice')]);

  await page.goto(`${missing.page}/sidecar-hooks`);
  await finding(page, 'configMapNotFound').getByRole('link', { name: 'Create hook script' }).click();
  await writeScript(page);

  await page.goto(`${otherKey.page}/sidecar-hooks`);
  await expect(finding(page, 'hookNotFound')).toBeVisible();
  await expect(page.locator('[data-test="sidecar-state"]').first()).toHaveText('Failing');
  await fix(page, 'hookNotFound');
  await restart(page);

  await page.goto(`${twice.page}/sidecar-hooks`);
  await expect(finding(page, 'volumeNameTwice')).toBeVisible();
  await fix(page, 'volumeNameTwice');
  await restart(page);

  await expectMended(page, api, [missing, otherKey, twice]);
});

test('a script that fails, cannot be started, or prints nothing', async ({
  page,
  ownVm,
  embedded: { api },
}) => {
  await createScript(
    api,
    ownVm,
    'fails',
    `${WORKING}echo "no licence found with token=geheim" >&2\nexit 3\n`,
  );
  await createScript(api, ownVm, 'windows', WORKING.replaceAll('\n', '\r\n'));
  await createScript(api, ownVm, 'no-shebang', WORKING.replace('#!/bin/sh\n', ''));
  await createScript(api, ownVm, 'silent', '#!/bin/sh\n:\n');
  const attached = async (name: string): Promise<OwnVm> => createVm(api, ownVm, name, [sidecar(name)]);
  const fails = await attached('fails');
  const windows = await attached('windows');
  const noShebang = await attached('no-shebang');
  const silent = await attached('silent');

  await page.goto(`${fails.page}/sidecar-hooks`);
  await expect(finding(page, 'scriptFailed')).toContainText('exit status 3');
  await finding(page, 'scriptFailed').getByRole('button', { name: 'Evidence' }).click();
  await expect(
    finding(page, 'scriptFailed').getByText('no licence found with token=geheim').first(),
  ).toBeVisible();
  await finding(page, 'scriptFailed')
    .getByRole('link', { name: /^Edit script/ })
    .click();
  await writeScript(page);
  await page.goto(`${fails.page}/sidecar-hooks`);
  await restart(page);

  for (const [vm, id] of [
    [windows, 'interpreterNotFound'],
    [noShebang, 'execFormat'],
  ] as const) {
    await page.goto(`${vm.page}/sidecar-hooks`);
    await expect(finding(page, id)).toBeVisible();
    await fix(page, id);
    await restart(page);
  }

  await page.goto(`${silent.page}/sidecar-hooks`);
  await finding(page, 'printedNothing')
    .getByRole('link', { name: /^Edit script/ })
    .click();
  await expect(page.locator('[data-test="script-finding-nothingPrinted"]')).toBeVisible();
  await writeScript(page);
  await expect(page.locator('[data-test="script-finding-nothingPrinted"]')).toBeHidden();
  await page.goto(`${silent.page}/sidecar-hooks`);
  await restart(page);

  await expectMended(page, api, [fails, windows, noShebang, silent]);
});

test('a template and a script that changed since the VM started', async ({
  page,
  ownVm,
  embedded: { api },
}) => {
  await createScript(api, ownVm, 'script', '#!/bin/sh\nprintf \'%s\' "$4"\n');
  await expect.poll(() => runningPods(api, ownVm)).toHaveLength(1);
  await setSidecars(api, ownVm, JSON.stringify([sidecar('script')]));
  const state = page.locator('[data-test="sidecar-state"]').first();
  await page.goto(`${ownVm.page}/sidecar-hooks`);
  await expect(state).toHaveText('Restart needed');
  await restart(page);
  await expect(state).toHaveText('Applied', { timeout: 30_000 });

  await changeScript(api, ownVm, 'script', WORKING);
  await expect(state).toHaveText('Script changed');
  await restart(page);
  await expectMended(page, api, [ownVm]);
});

test('a pod that stays behind after a migration', async ({ page, ownVm, embedded: { api } }) => {
  await createScript(api, ownVm, 'script', WORKING);
  const vm = await createVm(api, ownVm, 'moves', [sidecar('script', { args: ['--version', 'v1alpha2'] })]);
  await expectMended(page, api, [vm]);
  await page.goto(`${vm.page}/sidecar-hooks`);
  const [old = ''] = await runningPods(api, vm);
  await api('POST', `/apis/kubevirt.io/v1/namespaces/${vm.namespace}/virtualmachineinstancemigrations`, {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceMigration',
    metadata: { name: 'move', namespace: vm.namespace },
    spec: { vmiName: vm.name },
  });
  const lingers = finding(page, 'oldPodLingers');
  await expect(lingers).toContainText(old, { timeout: 30_000 });
  await lingers.getByRole('button', { name: 'Delete the pod' }).click();
  await agree(page, 'Delete');
  await expect(lingers).toBeHidden();
  await expect.poll(() => runningPods(api, vm)).toHaveLength(1);
  expect(await runningPods(api, vm)).not.toContain(old);
});
