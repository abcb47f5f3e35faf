import { serializeSidecars } from '../annotation/annotation';
import { CREATED_BY_LABEL, SIDECARS_ANNOTATION } from '../annotation/constants';
import type { ConfigMap, Pod, VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import { configMapSidecar } from '../annotation/sidecar';
import { createVmRows, type SidecarVm, type VmRowsInput } from './vmRows';

/** Objects for the specs of rows. */

export const ANNOTATION = serializeSidecars([configMapSidecar('script', 'run.sh', 'onDefineDomain')]);
const STARTED = '2026-08-01T10:00:00Z';

export const makeVm = (
  name: string,
  annotation: string | undefined,
  version = '1',
  created = true,
): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace: 'ns', uid: `vm-${name}`, resourceVersion: version },
  spec: {
    template: {
      metadata: annotation === undefined ? {} : { annotations: { [SIDECARS_ANNOTATION]: annotation } },
      spec: { domain: { devices: {} } },
    },
  },
  status: { created },
});

export const makeVmi = (
  name: string,
  annotation: string | undefined,
  version = '1',
): VirtualMachineInstance => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: {
    name,
    namespace: 'ns',
    uid: `vmi-${name}`,
    resourceVersion: version,
    annotations: annotation === undefined ? {} : { [SIDECARS_ANNOTATION]: annotation },
  },
  spec: { domain: { devices: {} } },
  status: { phase: 'Running' },
});

export const makePod = (vmName: string, version = '1', exitCode?: number): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: `virt-launcher-${vmName}`,
    namespace: 'ns',
    uid: `pod-${vmName}`,
    resourceVersion: version,
    labels: { [CREATED_BY_LABEL]: `vmi-${vmName}` },
  },
  spec: { containers: [] },
  status: {
    phase: 'Running',
    startTime: STARTED,
    ...(exitCode === undefined
      ? {}
      : {
          containerStatuses: [
            { name: 'hook-sidecar-0', ready: false, restartCount: 0, state: { terminated: { exitCode } } },
          ],
        }),
  },
});

export const makeConfigMap = (version: string, changed: string): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'script', namespace: 'ns', resourceVersion: version, creationTimestamp: changed },
  data: { 'run.sh': '' },
});

export const makeConfigMapWith = (...keys: string[]): ConfigMap => ({
  ...makeConfigMap('2', OLD),
  data: Object.fromEntries(keys.map((key) => [key, ''])),
});

export const OLD = '2026-07-01T10:00:00Z';
export const NEW = '2026-08-02T10:00:00Z';

export const BASE: VmRowsInput = {
  vms: [makeVm('a', ANNOTATION), makeVm('b', undefined), makeVm('c', ANNOTATION)],
  replicaSets: [],
  instances: [makeVmi('a', ANNOTATION), makeVmi('b', undefined)],
  pods: [makePod('a'), makePod('b')],
  configMaps: [makeConfigMap('1', OLD)],
  gate: { enabled: true },
  verdicts: new Map(),
};

/** Derives without a pause. */
export const deriver = (): ((input: VmRowsInput) => SidecarVm[]) => {
  const derive = createVmRows();
  return (input) => {
    const steps = derive(input);
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        return step.value;
      }
    }
  };
};
