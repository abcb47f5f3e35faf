/** A template's way to a VM whose hook has worked. */
import { createScript, SIDECARS } from './cluster';
import { expect, test } from './test';

interface Processed {
  objects: { kind: string }[];
}

const SCRIPT = `#!/bin/sh
printf '%s' "$4" | sed "s|<baseBoard></baseBoard>|<baseBoard><entry name='manufacturer'>Acme</entry></baseBoard>|"
`;
const EXPECTED = [
  { kind: 'xpathEquals', xpath: "//sysinfo/baseBoard/entry[@name='manufacturer']", value: 'Acme' },
];

test('attaches a hook to a template: a VM made from it starts with it, and is verified', async ({
  page,
  ownVm,
  embedded,
}) => {
  const { api } = embedded;
  const { namespace } = ownVm;
  const group = `/apis/template.openshift.io/v1/namespaces/${namespace}`;
  await createScript(api, ownVm, 'board', SCRIPT);
  await api(
    'PATCH',
    `/api/v1/namespaces/${namespace}/configmaps/board`,
    {
      metadata: { annotations: { 'sidecar-hooks.kubevirt.io/expected-results': JSON.stringify(EXPECTED) } },
    },
    'application/merge-patch+json',
  );
  const template = {
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    metadata: { name: 'server', namespace },
    parameters: [{ name: 'NAME', required: true }],
    objects: [
      {
        apiVersion: 'kubevirt.io/v1',
        kind: 'VirtualMachine',
        metadata: { name: '${NAME}', labels: { 'vm.kubevirt.io/template': 'server' } },
        spec: {
          runStrategy: 'Always',
          template: { spec: { domain: { devices: {}, memory: { guest: '512Mi' } } } },
        },
      },
    ],
  };
  await api('POST', `${group}/templates`, template);

  await page.goto(`/k8s/ns/${namespace}/templates/server/sidecar-hooks`);
  await page.getByRole('button', { name: 'Attach hook script' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'ConfigMap' }).click();
  await page.getByRole('option', { name: /^board/ }).click();
  await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: /Sidecar 1: board/ })).toBeVisible();

  await page.getByRole('button', { name: 'Preview a VM' }).click();
  await dialog.getByRole('textbox', { name: 'NAME' }).fill('web');
  await dialog.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(dialog.getByText('The checks found no problem.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const stored = await api<Record<string, unknown>>('GET', `${group}/templates/server`);
  const { objects } = await api<Processed>('POST', `${group}/processedtemplates`, {
    ...stored,
    parameters: [{ name: 'NAME', value: 'web' }],
  });
  expect(JSON.stringify(objects)).toContain(SIDECARS);
  await api('POST', `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachines`, objects[0]);

  const made = page.getByRole('region', { name: 'VMs made from it' });
  await made.getByRole('link', { name: 'web' }).click();
  await page.getByRole('tab', { name: 'Hook validation' }).click();
  await expect(page.getByText('Verified', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
});
