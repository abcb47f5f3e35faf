import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import { namespace, virtualMachine } from '../../dev/scenarios/objects';
import type { VirtualMachine } from '../sidecars/objects/resources';
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

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('lab'),
    virtualMachine('lab', 'shop'),
    { ...withHostname('web', 'shop') },
    virtualMachine('lab', 'db.example'),
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
