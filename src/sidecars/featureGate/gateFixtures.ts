import type { Condition, HyperConverged, KubeVirt } from '../objects/resources';
import type { HcoOperation } from './hcoAnnotation';

export const GATES = '/spec/configuration/developerConfiguration/featureGates';
export const NAME = 'kubevirt.kubevirt.io/jsonpatch';
export const add: HcoOperation = { op: 'add', path: `${GATES}/-`, value: 'Sidecar' };
export const other: HcoOperation = { op: 'add', path: `${GATES}/-`, value: 'CPUManager', note: 'ours' };

export const hco = (annotations?: Record<string, string>, conditions: Condition[] = []): HyperConverged => ({
  apiVersion: 'hco.kubevirt.io/v1',
  kind: 'HyperConverged',
  metadata: { name: 'kubevirt-hyperconverged', resourceVersion: '5', ...(annotations && { annotations }) },
  status: { conditions },
});

export type Developer = NonNullable<
  NonNullable<NonNullable<KubeVirt['spec']>['configuration']>['developerConfiguration']
>;

export const kubevirt = (developerConfiguration?: Developer, version = 'v1.9.0'): KubeVirt => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'KubeVirt',
  metadata: { name: 'kubevirt', resourceVersion: '5' },
  spec: { configuration: { ...(developerConfiguration && { developerConfiguration }) } },
  status: { phase: 'Deployed', observedKubeVirtVersion: version },
});
