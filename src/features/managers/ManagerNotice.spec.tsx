import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { AttachForm } from '../attach/AttachForm';
import { DetachSidecarModal } from '../detach/DetachSidecarModal';

const pooled = (name: string): StoredObject => {
  const vm = virtualMachine('team', name, { runStrategy: 'Halted', sidecars: [onDefineDomain('tuning')] });
  vm.metadata.ownerReferences = [
    {
      apiVersion: 'pool.kubevirt.io/v1beta1',
      kind: 'VirtualMachinePool',
      name: 'desks',
      uid: 'u',
      controller: true,
    },
  ];
  return vm;
};

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    hookScript('team', 'tuning', '#!/bin/sh'),
    virtualMachine('team', 'alone', { runStrategy: 'Halted', sidecars: [onDefineDomain('tuning')] }),
  ]);
});
afterAll(async () => cluster.close());

const close = vi.fn();
const alone = (): VirtualMachine =>
  cluster.host.store.get('virtualmachines', 'team', 'alone') as unknown as VirtualMachine;

it.each<[string, (vm: VirtualMachine) => ReactElement]>([
  ['attach', (vm) => <AttachForm vm={vm} index={undefined} closeOverlay={close} />],
  ['edit', (vm) => <AttachForm vm={vm} index={0} closeOverlay={close} />],
  ['detach', (vm) => <DetachSidecarModal vm={vm} index={0} closeOverlay={close} />],
])('says who reverts the change, before the write: %s', async (_what, form) => {
  const vm = { ...(pooled('member') as unknown as VirtualMachine) };
  await renderInConsole(form(vm), { cluster });
  expect(await screen.findByText('VM pool desks manages member too')).toBeVisible();
  expect(screen.getByText(/Change the pool instead/)).toBeVisible();
});

it('offers the change to commit instead', async () => {
  const vm = pooled('member') as unknown as VirtualMachine;
  const { user } = await renderInConsole(<DetachSidecarModal vm={vm} index={0} closeOverlay={close} />, {
    cluster,
  });
  await user.click(await screen.findByRole('button', { name: 'Show the change to commit instead' }));
  expect(await screen.findByRole('group', { name: 'Kustomize patch' })).toHaveTextContent('op: remove');
  expect(screen.getByRole('group', { name: 'JSON patch' })).toHaveTextContent('"op": "remove"');
  expect(screen.getByRole('group', { name: 'YAML' })).toHaveTextContent('hookSidecars: null');
});

it('says nothing of a VM that nobody manages', async () => {
  await renderInConsole(<DetachSidecarModal vm={alone()} index={0} closeOverlay={close} />, { cluster });
  await screen.findByText('Detach hook script?');
  expect(screen.queryByText(/manages/)).toBeNull();
});
