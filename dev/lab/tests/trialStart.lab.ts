import { expect, it, vi } from 'vitest';
import type { ConfigMap, VirtualMachine } from '../../../src/sidecars/objects/resources';
import { sidecarsOfVm } from '../../../src/sidecars/objects/vm';
import { callsInLog } from '../../../src/sidecars/trialStart/recorderLog';
import { ownedBy, planTrial, type TrialPlan } from '../../../src/sidecars/trialStart/trialPlan';
import { asStored } from '../../cluster/kubevirt/behaviour';
import { isPaused } from '../../cluster/kubevirt/conditions';
import { sidecar, virtualMachine } from '../../cluster/kubevirt/testing/testCluster';
import { GUIDE_SCRIPT } from '../../scenarios/scripts';
import { labCluster, PATIENCE } from './labCluster';

const cluster = labCluster();

const plan = (name: string, script: string): TrialPlan => {
  const vm = virtualMachine(name, sidecar(name)) as unknown as VirtualMachine;
  const planned = planTrial({
    vm,
    sidecars: sidecarsOfVm(vm),
    scriptOf: () => script,
    suffix: 'abc123',
    now: new Date(),
    firmwareUuid: '8a21e546-ddf7-56a7-bebf-4b652fc17428',
  });
  if (planned.kind === 'refused') {
    throw new Error(planned.reason);
  }
  return planned.plan;
};

/** Creates the objects of a trial start as a client does, with admission. */
const start = ({ configMaps, instance }: TrialPlan): void => {
  const { host } = cluster();
  const [first, ...others] = configMaps;
  const owner = host.createAdmitted('configmaps', asStored(first)) as unknown as ConfigMap;
  for (const configMap of others) {
    host.createAdmitted('configmaps', asStored(ownedBy(configMap, owner)));
  }
  host.createAdmitted('virtualmachineinstances', asStored(ownedBy(instance, owner)));
};

it('a paused copy of a VM is started by real libvirt, with all calls of its hook recorded', async () => {
  const trial = plan('guide', GUIDE_SCRIPT);
  const { name, namespace, configMaps } = trial;
  start(trial);
  await vi.waitFor(() => {
    const vmi = cluster().vmi(name);
    expect(vmi?.status?.phase, cluster().log(name, 'compute')).toBe('Running');
    expect(isPaused(vmi)).toBe(true);
  }, PATIENCE);

  expect((await cluster().virsh(name, 'domstate', '--reason', `${namespace}_${name}`)).stdout).toBe(
    'paused (user)\n\n',
  );
  const xml = (await cluster().virsh(name, 'dumpxml', `${namespace}_${name}`)).stdout;
  expect(xml).toContain("<entry name='manufacturer'>Radical Edward</entry>");
  expect(xml).toContain("<bootmenu enable='yes' timeout='10000'/>");
  expect(xml).toContain('<uuid>8a21e546-ddf7-56a7-bebf-4b652fc17428</uuid>');

  const calls = await callsInLog(cluster().log(name, 'hook-sidecar-0'), 'onDefineDomain');
  expect(calls.map(({ call, isComplete, ending }) => ({ call, isComplete, ending }))).toEqual(
    [1, 2].map((call) => ({ call, isComplete: true, ending: { kind: 'exited', code: 0 } })),
  );
  expect(calls[0]?.input).toContain('dev="placeholder-0"');
  // What libvirt added in between.
  expect(calls[1]?.input).toContain('model="pcie-root-port"');
  expect(calls[1]?.output).toContain('Radical Edward');

  cluster().host.store.delete('configmaps', namespace, configMaps[0].metadata.name);
  await vi.waitFor(() => {
    expect(cluster().vmi(name)).toBeUndefined();
    expect(cluster().pod(name)).toBeUndefined();
  }, PATIENCE);
});

it('the guest of a paused copy runs only when it is unpaused', async () => {
  const trial = plan('later', '#!/bin/sh\nprintf %s "$4"\n');
  start(trial);
  const domain = `${trial.namespace}_${trial.name}`;
  const state = async (): Promise<string> =>
    (await cluster().virsh(trial.name, 'domstate', domain)).stdout.trim();
  await vi.waitFor(async () => {
    expect(await state()).toBe('paused');
  }, PATIENCE);
  const unpause = cluster().host.findSubresource(
    'subresources.kubevirt.io',
    'virtualmachineinstances',
    'unpause',
  );
  await vi.waitFor(async () => {
    const answer = await unpause?.({
      namespace: trial.namespace,
      name: trial.name,
      subresource: 'unpause',
      method: 'PUT',
      body: undefined,
      query: new URLSearchParams(),
      user: { name: 'editor', groups: [] },
    });
    expect(answer?.code).toBe(202);
  }, PATIENCE);
  expect(await state()).toBe('running');
});
