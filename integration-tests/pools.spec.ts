import type { Api } from './apiClient';
import { createScript, HARMLESS_SCRIPT, SIDECARS } from './cluster';
import { expect, test } from './test';

interface Instance {
  metadata: { uid: string; annotations?: Record<string, string>; ownerReferences?: { name: string }[] };
  status?: { phase?: string };
}

const POOL = 'desks';

const createPool = async (api: Api, namespace: string, replicas: number): Promise<string> => {
  const pools = `/apis/pool.kubevirt.io/v1beta1/namespaces/${namespace}/virtualmachinepools`;
  const labels = { pool: POOL };
  await api('POST', pools, {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    metadata: { name: POOL, namespace },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      updateStrategy: { proactive: {} },
      virtualMachineTemplate: {
        metadata: { labels },
        spec: {
          runStrategy: 'Always',
          template: { spec: { domain: { devices: {}, memory: { guest: '512Mi' } } } },
        },
      },
    },
  });
  return `${pools}/${POOL}`;
};

/** The uid of each running instance of the pool, and whether it was started with a hook. */
const running = async (api: Api, namespace: string): Promise<{ uid: string; isHooked: boolean }[]> => {
  const { items } = await api<{ items: Instance[] }>(
    'GET',
    `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstances`,
  );
  return items
    .filter(
      ({ metadata, status }) =>
        status?.phase === 'Running' &&
        metadata.ownerReferences?.some(({ name }) => name.startsWith(`${POOL}-`)) === true,
    )
    .map(({ metadata: { uid, annotations } }) => ({ uid, isHooked: annotations?.[SIDECARS] !== undefined }));
};

test('asks before a change restarts the VMs of a pool, which then run with the hook', async ({
  page,
  ownVm,
  embedded: { api },
}) => {
  const { namespace } = ownVm;
  await createScript(api, ownVm, 'tuning', HARMLESS_SCRIPT);
  const pool = await createPool(api, namespace, 2);
  await expect.poll(async () => (await running(api, namespace)).length).toBe(2);
  const before = (await running(api, namespace)).map(({ uid }) => uid);

  await page.goto(`/k8s/ns/${namespace}/pool.kubevirt.io~v1beta1~VirtualMachinePool/${POOL}/sidecar-hooks`);
  await page.getByRole('button', { name: 'Attach hook script' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'ConfigMap' }).click();
  await page.getByRole('option', { name: /^tuning/ }).click();
  await expect(dialog.getByText('2 running VMs restart, all at the same time.')).toBeVisible();
  const attach = dialog.getByRole('button', { name: 'Attach', exact: true });
  await expect(attach).toBeDisabled();
  expect(JSON.stringify(await api('GET', pool))).not.toContain('hookPath');

  await dialog.getByRole('checkbox', { name: 'I agree that these VMs restart' }).check();
  await attach.click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(async () => (await running(api, namespace)).filter(({ isHooked }) => isHooked).length)
    .toBe(2);
  const after = await running(api, namespace);
  expect(after.filter(({ uid }) => before.includes(uid))).toEqual([]);
});
