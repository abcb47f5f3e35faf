import { expect, it } from 'vitest';
import { configMapSidecar } from '../annotation/sidecar';
import type { Pod, VirtualMachine } from '../objects/resources';
import { planTrial } from './trialPlan';
import { diagnoseTrial } from './trialDiagnosis';

const vm: VirtualMachine = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { template: { metadata: {}, spec: { domain: { devices: {} } } } },
};

it('explains a failed script as on the VM, with its own name and without the records in the log', () => {
  const planned = planTrial({
    vm,
    sidecars: [configMapSidecar('my-script', 'script.sh', 'onDefineDomain')],
    scriptOf: () => '#!/bin/sh\nexit 3\n',
    suffix: 'x',
    now: new Date(0),
    firmwareUuid: undefined,
  });
  if (planned.kind === 'refused') {
    throw new Error(planned.reason);
  }
  const { plan } = planned;
  const message = 'server error. command SyncVMI failed: "rpc error: code = Unknown desc = exit status 3"';
  const pod: Pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'virt-launcher-x', namespace: 'shop' },
    spec: { containers: [] },
  };
  const findings = diagnoseTrial({
    vm,
    plan,
    pod,
    instance: {
      ...plan.instance,
      status: {
        phase: 'Scheduled',
        conditions: [
          { type: 'Synchronized', status: 'False', reason: 'Synchronizing with the Domain failed.', message },
        ],
      },
    },
    logs: { 'hook-sidecar-0': '{"msg":"sidecar-trial 1 exit 3 5"}' },
    calls: {
      0: [
        {
          hookPoint: 'onDefineDomain',
          call: 1,
          input: '<domain/>',
          output: '',
          stderr: 'no such key\n',
          ending: { kind: 'exited', code: 3 },
          durationMs: 5,
          isComplete: true,
          isRunning: false,
        },
      ],
    },
    configMaps: new Map(),
    kubevirt: {
      apiVersion: 'kubevirt.io/v1',
      kind: 'KubeVirt',
      metadata: { name: 'kubevirt' },
      spec: { configuration: { developerConfiguration: { featureGates: ['Sidecar'] } } },
      status: { observedKubeVirtVersion: 'v1.9.0' },
    },
  });
  // Nothing about the version, which is no reason of this failure.
  expect(findings.map(({ id }) => id)).toEqual(['scriptFailed']);
  const told = JSON.stringify(findings);
  expect(told).toContain('no such key');
  expect(told).toContain('my-script');
  expect(told).not.toContain('sidecar-trial 1');
});
