import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { memfdScript } from '../../../dev/scenarios/scripts';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { untilRunning } from '../../testing/untilRunning';
import { VirtualMachinesTab } from '../sidecarHooksPage/virtualMachines/VirtualMachinesTab';
import { VmSidecarsTab } from './VmSidecarsTab';
// Imported here, because compiling it during a test takes long on a busy machine.
import './diagnosis/DiagnosisSection';
import '../../sidecars/checks/script/runScriptChecks';

const inheriting = virtualMachine('desktops', 'inherits');
Object.assign(inheriting.spec ?? {}, { preference: { name: 'hooked' } });

const withSource = (name: string, spec: object): StoredObject => {
  const vm = virtualMachine('desktops', name, { runStrategy: 'Halted' });
  Object.assign(vm.spec ?? {}, spec);
  return vm;
};
const source = (kind: string, annotation: string): StoredObject => ({
  apiVersion: 'instancetype.kubevirt.io/v1beta1',
  kind,
  metadata: { name: 'local', namespace: 'desktops' },
  spec: { annotations: { 'hooks.kubevirt.io/hookSidecars': annotation } },
});

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('desktops'),
    hookScript('desktops', 'shared-memory', memfdScript.replace('\n', '\nsleep 1\n')),
    {
      apiVersion: 'instancetype.kubevirt.io/v1beta1',
      kind: 'VirtualMachineClusterPreference',
      metadata: { name: 'hooked' },
      spec: {
        annotations: {
          'hooks.kubevirt.io/hookSidecars': JSON.stringify([
            onDefineDomain('shared-memory', { image: 'quay.io/kubevirt/sidecar-shim:v1.9.0' }),
          ]),
        },
      },
    },
    inheriting,
    source('VirtualMachinePreference', JSON.stringify([onDefineDomain('shared-memory')])),
    withSource('of-namespace', { preference: { name: 'local', kind: 'VirtualMachinePreference' } }),
    withSource('of-lower-case', { preference: { name: 'hooked', kind: 'virtualmachineclusterpreference' } }),
    source('VirtualMachineInstancetype', '[{'),
    withSource('unreadable', { instancetype: { name: 'local', kind: 'VirtualMachineInstancetype' } }),
  ]);
});
afterAll(async () => cluster.close());

it('shows hooks of a preference as inherited, and asks for no restart', async () => {
  await untilRunning(cluster, 'desktops', 'inherits');
  const vm = cluster.host.store.get('virtualmachines', 'desktops', 'inherits') as unknown as VirtualMachine;
  await renderInConsole(<VmSidecarsTab obj={vm} />, { cluster });
  expect(await screen.findByText('Inherited')).toBeVisible();
  expect(screen.getByText(/It gets them at each start from:/)).toBeVisible();
  expect(screen.getByText('hooked')).toBeVisible();
  expect(screen.getByText('Effect not checked')).toBeVisible();
  expect(screen.queryByText('Restart needed')).not.toBeInTheDocument();
  expect(screen.queryByText('Only on the running instance')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Actions/ })).not.toBeInTheDocument();
});

it('checks inherited hooks and their scripts, without a fix of the template', async () => {
  await untilRunning(cluster, 'desktops', 'inherits');
  const vm = cluster.host.store.get('virtualmachines', 'desktops', 'inherits') as unknown as VirtualMachine;
  await renderInConsole(<VmSidecarsTab obj={vm} />, { cluster });
  expect(await screen.findByText(/^The image is fixed:/)).toBeVisible();
  expect(await screen.findByText(/^The script waits: sleep/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Fix it' })).not.toBeInTheDocument();
});

it('lists inherited scripts', async () => {
  await untilRunning(cluster, 'desktops', 'inherits');
  await renderInConsole(<VirtualMachinesTab namespace="desktops" />, { cluster });
  expect(await screen.findByText('shared-memory')).toBeVisible();
  expect(screen.getByText('Inherited')).toBeVisible();
});

const open = async (name: string): Promise<void> => {
  const vm = cluster.host.store.get('virtualmachines', 'desktops', name) as unknown as VirtualMachine;
  await renderInConsole(<VmSidecarsTab obj={vm} />, { cluster });
  expect(await screen.findByText('Inherited')).toBeVisible();
};

it.each([
  [
    'of-namespace',
    'local',
    '/k8s/ns/desktops/instancetype.kubevirt.io~v1beta1~VirtualMachinePreference/local',
  ],
  [
    'of-lower-case',
    'hooked',
    '/k8s/cluster/instancetype.kubevirt.io~v1beta1~VirtualMachineClusterPreference/hooked',
  ],
])('leads to what a VM inherits hooks from: %s', async (name, origin, path) => {
  await open(name);
  expect(screen.getByRole('link', { name: origin })).toHaveAttribute('href', path);
  expect(
    screen.getByText(/that you attach to the VM replace all hook scripts of a preference/),
  ).toBeVisible();
});

it('says what hooks that cannot be read are inherited from, and offers no repair', async () => {
  await open('unreadable');
  expect(screen.getByRole('link', { name: 'local' })).toHaveAttribute(
    'href',
    '/k8s/ns/desktops/instancetype.kubevirt.io~v1beta1~VirtualMachineInstancetype/local',
  );
  expect(screen.getByText(/^The annotation cannot be read: line 1/)).toBeVisible();
  expect(screen.getByText(/KubeVirt refuses others in the template/)).toBeVisible();
  expect(screen.queryByText(/Repair or remove the annotation/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Fix it' })).toBeNull();
});
