import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { KubernetesObject, VirtualMachine } from '../../sidecars/objects/resources';
import type { VirtualMachinePool } from '../../sidecars/objects/templateResources';
import { vmsOfHolder } from '../../sidecars/objects/templateVm';
import { sidecarsOfVm } from '../../sidecars/objects/vm';
import { removeAnnotation } from '../../sidecars/plans/vmEdit';
import { faultsOf } from '../../testing/faultsOf';
import { poolOf } from '../../testing/poolOf';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { ReorderModal } from '../attachedSidecars/reorder/ReorderModal';
import { AttachForm } from '../attach/AttachForm';
import { DetachSidecarModal } from '../detach/DetachSidecarModal';
import { VmEditModal } from '../vmEdit/VmEditModal';

const POOLS = 'virtualmachinepools';
const close = vi.fn();

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    hookScript('team', 'first', '#!/bin/sh\nprintf "%s" "$4"\n'),
    hookScript('team', 'second', '#!/bin/sh\nprintf "%s" "$4"\n'),
  ]);
});
afterAll(async () => cluster.close());

const stored = (name: string): VirtualMachinePool =>
  cluster.host.store.get(POOLS, 'team', name) as unknown as VirtualMachinePool;

const vmOf = (pool: KubernetesObject): VirtualMachine => {
  const [vm] = vmsOfHolder(pool);
  if (vm === undefined) {
    throw new Error('The pool has no VM.');
  }
  return vm;
};

const scriptsOf = (name: string): (string | undefined)[] =>
  sidecarsOfVm(vmOf(stored(name))).map(({ configMap }) => configMap?.name);

const instances = (name: string): StoredObject[] =>
  cluster.host.store
    .list('virtualmachineinstances', 'team')
    .filter(({ metadata }) => metadata.name.startsWith(`${name}-`));

/** Creates a pool with two sidecars and waits for its VMs and their instances. */
const startPool = async (
  name: string,
  settings: object = {},
  runStrategy: 'Always' | 'Halted' = 'Always',
): Promise<VirtualMachine> => {
  const vm = virtualMachine('team', name, {
    runStrategy,
    sidecars: [onDefineDomain('first'), onDefineDomain('second')],
  });
  cluster.host.store.create(POOLS, poolOf(vm, 2, settings));
  await waitFor(
    () => {
      expect(stored(name)).toHaveProperty('status.replicas', 2);
      expect(instances(name)).toHaveLength(runStrategy === 'Always' ? 2 : 0);
    },
    { timeout: 20_000 },
  );
  return vmOf(stored(name));
};

describe('the dialogs that change a pool', () => {
  it.each<[string, string, (vm: VirtualMachine) => ReactElement, string, string[]]>([
    [
      'edit',
      'edited',
      (vm) => <AttachForm vm={vm} index={0} script={undefined} closeOverlay={close} />,
      'Save',
      ['first', 'second'],
    ],
    [
      'detach',
      'detached',
      (vm) => <DetachSidecarModal vm={vm} index={0} closeOverlay={close} />,
      'Detach',
      ['second'],
    ],
    [
      'reorder',
      'reordered',
      (vm) => <ReorderModal vm={vm} move={{ from: 0, to: 1 }} closeOverlay={close} />,
      'Save',
      ['second', 'first'],
    ],
    [
      'fix, repair and raw text',
      'cleared',
      (vm) => (
        <VmEditModal
          vm={vm}
          edit={removeAnnotation}
          title="Change"
          submitLabel="Save"
          explanation={[]}
          closeOverlay={close}
        />
      ),
      'Save',
      [],
    ],
  ])('ask before running VMs restart: %s', async (_what, name, dialog, submit, expected) => {
    const vm = await startPool(name);
    const before = instances(name).map(({ metadata }) => metadata.uid);
    const { user } = await renderInConsole(dialog(vm), { cluster });
    if (name === 'edited') {
      await user.click(await screen.findByRole('radio', { name: /preCloudInitIso/ }));
    }
    expect(await screen.findByText('2 of 2 VMs')).toBeVisible();
    expect(screen.getByText('Proactive: running VMs restart')).toBeVisible();
    expect(screen.getByText('100%')).toBeVisible();
    expect(screen.getByText('2 running VMs restart, all at the same time.')).toBeVisible();
    const button = screen.getByRole('button', { name: submit });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.click(button);
    expect(scriptsOf(name)).toEqual(['first', 'second']);

    await user.click(screen.getByRole('checkbox', { name: 'I agree that these VMs restart' }));
    await user.click(button);
    await waitFor(() => {
      expect(scriptsOf(name)).toEqual(expected);
    });
    await waitFor(
      () => {
        expect(instances(name).filter(({ metadata }) => before.includes(metadata.uid))).toEqual([]);
      },
      { timeout: 20_000 },
    );
  });
});

const detach = async (vm: VirtualMachine): Promise<Awaited<ReturnType<typeof renderInConsole>>> =>
  renderInConsole(<DetachSidecarModal vm={vm} index={0} closeOverlay={close} />, { cluster });

describe('a change of a pool', () => {
  afterEach(async () => faultsOf(cluster).clear());

  it('can restart one VM after the other', async () => {
    const { user } = await detach(await startPool('gentle'));
    await user.click(await screen.findByRole('radio', { name: 'One VM after the other' }));
    expect(await screen.findByText('2 running VMs restart, at most 1 at the same time.')).toBeVisible();
    expect(screen.getByText(/"path":"\/spec\/maxUnavailable","value":1/)).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'I agree that these VMs restart' }));
    await user.click(screen.getByRole('button', { name: 'Detach' }));
    await waitFor(() => {
      expect(stored('gentle').spec.maxUnavailable).toBe(1);
    });
    expect(scriptsOf('gentle')).toEqual(['second']);
  });

  it('claims nothing while the VMs are read', async () => {
    const vm = await startPool('unread');
    await faultsOf(cluster).add({ path: '/virtualmachines', verb: 'list', fault: { kind: 'hang' } });
    await detach(vm);
    expect(await screen.findByText('Saving may restart running VMs of the pool unread')).toBeVisible();
    expect(screen.getByText('Loading the VMs')).toBeVisible();
  });

  it('can wait for the next start of each VM, and then asks nothing', async () => {
    const vm = await startPool('patient', { updateStrategy: { proactive: {} } });
    const { user } = await detach(vm);
    await user.click(await screen.findByRole('radio', { name: 'At each VM’s next start' }));
    expect(await screen.findByText('Saving restarts no VM of the pool patient')).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: /I agree/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Detach' }));
    await waitFor(() => {
      expect(stored('patient').spec.updateStrategy).toEqual({ opportunistic: {} });
    });
    expect(scriptsOf('patient')).toEqual(['second']);
  });

  it.each<[string, string, object, 'Halted'?]>([
    ['that is paused', 'paused', { paused: true, replicas: 0 }],
    ['with the strategy opportunistic', 'lazy', { updateStrategy: { opportunistic: {} } }],
    ['without running VMs', 'stopped', {}, 'Halted'],
  ])('asks nothing for a pool %s', async (_what, name, settings, runStrategy) => {
    const vm =
      name === 'paused'
        ? vmOf(poolOf(virtualMachine('team', name, { sidecars: [onDefineDomain('first')] }), 2, settings))
        : await startPool(name, settings, runStrategy);
    await detach(vm);
    expect(await screen.findByText(`Saving restarts no VM of the pool ${name}`)).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: /I agree/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Detach' })).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('asks too if it is not known which VMs run, and says so', async () => {
    const vm = await startPool('secret');
    await faultsOf(cluster).add({
      path: '/virtualmachines',
      fault: { kind: 'answer', code: 403, message: 'no' },
    });
    await detach(vm);
    expect(await screen.findByText('Not known: the VMs could not be read')).toBeVisible();
    expect(
      screen.getByText('All running VMs of the pool restart. How many there are is not known.'),
    ).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'I agree that these VMs restart' })).not.toBeChecked();
    expect(screen.getByRole('button', { name: 'Detach' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('counts VMs that start meanwhile', async () => {
    const vm = await startPool('waking', {}, 'Halted');
    await detach(vm);
    expect(await screen.findByText('0 of 2 VMs')).toBeVisible();
    cluster.host.store.modify('virtualmachines', 'team', 'waking-0', (draft) => {
      Object.assign(draft.spec ?? {}, { runStrategy: 'Always' });
    });
    expect(await screen.findByText('1 of 2 VMs')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Detach' })).toHaveAttribute('aria-disabled', 'true');
  });

  it.each<[string, (vm: VirtualMachine) => ReactElement, string]>([
    ['detach', (vm) => <DetachSidecarModal vm={vm} index={0} closeOverlay={close} />, 'Detach'],
    ['attach', (vm) => <AttachForm vm={vm} index={0} closeOverlay={close} />, 'Save'],
  ])('asks again if the settings of the pool changed meanwhile: %s', async (what, dialog, submit) => {
    const name = `raced-${what}`;
    const vm = await startPool(name, { updateStrategy: { opportunistic: {} } });
    const { user } = await renderInConsole(dialog(vm), { cluster });
    if (what === 'attach') {
      await user.click(await screen.findByRole('radio', { name: /preCloudInitIso/ }));
    }
    expect(await screen.findByText(`Saving restarts no VM of the pool ${name}`)).toBeVisible();
    cluster.host.store.modify(POOLS, 'team', name, (draft) => {
      Object.assign(draft.spec ?? {}, { updateStrategy: { proactive: {} } });
    });
    await user.click(screen.getByRole('button', { name: submit }));
    expect(await screen.findByText(`Saving restarts running VMs of the pool ${name}`)).toBeVisible();
    expect(screen.getByRole('button', { name: submit })).toHaveAttribute('aria-disabled', 'true');
    expect(scriptsOf(name)).toEqual(['first', 'second']);
  });

  it('says what autohealing does with a hook that fails', async () => {
    await detach(await startPool('healing', { autohealing: {} }));
    expect(await screen.findByText(/if the hook fails, it deletes VMs and creates them again/)).toBeVisible();
  });
});
