import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../../dev/cluster/contract';
import { namespace, virtualMachine } from '../../../../dev/scenarios/objects';
import { vmsOfHolder } from '../../../sidecars/objects/templateVm';
import { sidecarsOfVm } from '../../../sidecars/objects/vm';
import { enabledButton, openNewScript } from '../../../testing/openWorkbench';
import { renderInConsole, startKubeVirtCluster } from '../../../testing/renderInConsole';
import { TemplateSidecarsTab } from '../../templateSidecars/TemplateSidecarsTab';
import WorkbenchPage from '../WorkbenchPage';
// Imported here, because compiling it during a test takes long on a busy machine.
import '../../../features/attach/AttachDialog';

const manifest = (name: string, disk = 'rootdisk'): Record<string, unknown> => {
  const { apiVersion, kind, spec } = virtualMachine('team', name, { runStrategy: 'Halted' });
  return {
    apiVersion,
    kind,
    metadata: { name },
    spec: JSON.parse(JSON.stringify(spec).replaceAll('rootdisk', disk)) as unknown,
  };
};
const instance = (manifest('web').spec as { template: { spec: unknown } }).template.spec;
const labels = { of: 'web' };
const parameters = [{ name: 'NAME', required: true }];

const POOL: StoredObject = {
  apiVersion: 'pool.kubevirt.io/v1beta1',
  kind: 'VirtualMachinePool',
  metadata: { name: 'web', namespace: 'team' },
  spec: {
    replicas: 0,
    selector: { matchLabels: labels },
    virtualMachineTemplate: { metadata: { labels }, spec: manifest('web').spec },
  },
};
const OBJECTS: Record<string, StoredObject> = {
  templates: {
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    metadata: { name: 'two', namespace: 'team' },
    parameters,
    objects: [manifest('${NAME}-a'), manifest('${NAME}-b', 'own')],
  },
  virtualmachinetemplates: {
    apiVersion: 'template.kubevirt.io/v1beta1',
    kind: 'VirtualMachineTemplate',
    metadata: { name: 'vmt', namespace: 'team' },
    spec: { virtualMachine: manifest('${NAME}'), parameters },
  },
  virtualmachineinstancereplicasets: {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceReplicaSet',
    metadata: { name: 'set', namespace: 'team' },
    spec: {
      replicas: 0,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: instance },
    },
  },
};

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([namespace('team'), POOL, ...Object.values(OBJECTS)]);
});
afterEach(() => {
  sessionStorage.clear();
});
afterAll(async () => cluster.close());

it('leads from the form of a pool to a new script, and back to the form with the script chosen', async () => {
  const tab = '/k8s/ns/:ns/pool.kubevirt.io~v1beta1~VirtualMachinePool/web/sidecar-hooks';
  const { user } = await renderInConsole(
    <Routes>
      <Route path="/k8s/ns/:ns/sidecar-hooks/scripts/~new" element={<WorkbenchPage />} />
      <Route path={tab} element={<TemplateSidecarsTab obj={POOL} />} />
    </Routes>,
    { cluster, path: tab.replace(':ns', 'team') },
  );
  await user.click(await enabledButton('Attach hook script'));
  await user.click(await screen.findByRole('button', { name: 'Write it yourself' }));
  expect(await screen.findByText('For the VM pool')).toContainElement(
    screen.getByRole('link', { name: 'web' }),
  );
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'fresh');
  await user.click(await enabledButton('Save and attach'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Attach hook script to web' }));
  expect(await dialog.findByRole('combobox', { name: 'ConfigMap' })).toHaveValue('fresh');
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(await enabledButton('Attach hook script')).toBeVisible();
});

it.each([
  ['templates', 'template.openshift.io~v1~Template~two~${NAME}-b', 'two', [0, 1]],
  ['virtualmachinetemplates', 'template.kubevirt.io~v1beta1~VirtualMachineTemplate~vmt', 'vmt', [1]],
  ['virtualmachineinstancereplicasets', 'kubevirt.io~v1~VirtualMachineInstanceReplicaSet~set', 'set', [1]],
])('attaches the new script to its VM in %s', async (plural, attachTo, name, attached) => {
  const query = new URLSearchParams({ from: 'example', attachTo });
  const { user } = await openNewScript(cluster, `?${query.toString()}`);
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), `for-${name}`);
  await user.click(await enabledButton('Save and attach'));
  await screen.findByRole('dialog', { name: `Attach hook script to ${name}` });
  await user.click(await enabledButton('Attach'));
  await waitFor(() => {
    const now = cluster.host.store.get(plural, 'team', name);
    expect(now && vmsOfHolder(now).map((vm) => sidecarsOfVm(vm).length)).toEqual(attached);
  });
});

it('offers the devices of that VM of the template', async () => {
  const query = new URLSearchParams({
    from: 'diskIoLimits',
    attachTo: 'template.openshift.io~v1~Template~two~${NAME}-b',
  });
  await openNewScript(cluster, `?${query.toString()}`);
  const disk = await screen.findByRole('combobox', { name: 'Disk' });
  expect(
    within(disk)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['All of them', 'cloudinitdisk', 'own']);
});
