import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import type { FaultRule } from '../../dev/cluster/faults/faultRule';
import { namespace, virtualMachine } from '../../dev/scenarios/objects';
import type { VirtualMachine } from '../sidecars/objects/resources';
import { faultsOf } from '../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../testing/renderInConsole';
import { useVmSidecars } from './useVmSidecars';

const withHostname = (name: string, hostname: string): VirtualMachine => {
  const vm = virtualMachine('lab', name) as unknown as VirtualMachine;
  const { template } = vm.spec;
  return {
    ...vm,
    spec: {
      ...vm.spec,
      ...(template && { template: { ...template, spec: { ...template.spec, hostname } } }),
    },
  };
};

/** A namespace each, so that no list is already loaded. */
const STATES: [string, string, FaultRule['fault'], string][] = [
  ['pods-hang', 'pods', { kind: 'hang' }, 'vmi loaded, launcher loading, configMaps loaded'],
  ['pods-fail', 'pods', { kind: 'answer', code: 403 }, 'vmi loaded, launcher failed, configMaps loaded'],
  [
    'vmis-hang',
    'virtualmachineinstances',
    { kind: 'hang' },
    'vmi loading, launcher loaded, configMaps loaded',
  ],
  [
    'vmis-fail',
    'virtualmachineinstances',
    { kind: 'answer', code: 403 },
    'vmi failed, launcher loaded, configMaps loaded',
  ],
  ['scripts-hang', 'configmaps', { kind: 'hang' }, 'vmi loaded, launcher loaded, configMaps loading'],
];

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('lab'),
    virtualMachine('lab', 'shop'),
    { ...withHostname('web', 'shop') },
    virtualMachine('lab', 'db.example'),
    ...STATES.flatMap(([lab]) => [namespace(lab), virtualMachine(lab, 'vm')]),
  ]);
});
afterAll(async () => cluster.close());

const Pods = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const { launcher, pods } = useVmSidecars(vm);
  const found = launcher.status === 'loaded' ? launcher.data.kind : launcher.status;
  const names = pods.status === 'loaded' ? pods.data.map(({ metadata }) => metadata.name) : [];
  return <output>{[found, ...names].join(' ')}</output>;
};

const stored = (name: string): VirtualMachine =>
  cluster.host.store.get('virtualmachines', 'lab', name) as unknown as VirtualMachine;

it.each<[string, string, (vm: VirtualMachine) => VirtualMachine]>([
  ['that has another host name', 'web', (vm) => vm],
  ['whose host name was changed since its start', 'web', () => withHostname('web', 'market')],
  ['whose name is the host name of another', 'shop', (vm) => vm],
  ['with a dot in its name', 'db.example', (vm) => vm],
])('finds the pod of a VM %s, and no pod of others', async (_what, name, change) => {
  await renderInConsole(<Pods vm={change(stored(name))} />, { cluster });
  await expect
    .poll(() => screen.getByRole('status').textContent)
    .toMatch(new RegExp(`^found virt-launcher-${name.replace('.', '\\.')}-[a-z0-9]+$`));
});

const Statuses = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const { vmi, launcher, configMaps } = useVmSidecars(vm);
  return <output>{`vmi ${vmi.status}, launcher ${launcher.status}, configMaps ${configMaps.status}`}</output>;
};

it.each(STATES)('does not take a list for read that is not: %s', async (lab, plural, fault, expected) => {
  const faults = faultsOf(cluster);
  const vm = cluster.host.store.get('virtualmachines', lab, 'vm') as unknown as VirtualMachine;
  await faults.add({ path: `/namespaces/${lab}/${plural}`, fault });
  await renderInConsole(<Statuses vm={vm} />, { cluster });
  await expect.poll(() => screen.getByRole('status').textContent).toBe(expected);
  await faults.clear();
});
