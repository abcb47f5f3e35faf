import type { Container, Pod } from '../../../../src/sidecars/objects/resources';
import { at, record } from '../untyped';

const pullPolicy = (image = ''): string => {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.endsWith(':latest') || !/[:@]/.test(name) ? 'Always' : 'IfNotPresent';
};

/** Limits without a request of their own are requests too. */
const withRequests = ({ resources }: Container): Record<string, unknown> => {
  const { limits } = record(resources);
  return limits === undefined
    ? record(resources)
    : { ...record(resources), requests: { ...record(limits), ...record(at(resources, 'requests')) } };
};

const variable = (entry: { name: string; valueFrom?: unknown }): typeof entry => {
  const field = at(entry.valueFrom, 'fieldRef');
  return field === undefined
    ? entry
    : { ...entry, valueFrom: { fieldRef: { apiVersion: 'v1', ...record(field) } } };
};

const container = (given: Container): Container => ({
  imagePullPolicy: pullPolicy(given.image),
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  ...given,
  ...(given.env === undefined ? {} : { env: given.env.map(variable) }),
  resources: withRequests(given),
});

const toleration = (key: string): Record<string, unknown> => ({
  effect: 'NoExecute',
  key: `node.kubernetes.io/${key}`,
  operator: 'Exists',
  tolerationSeconds: 300,
});

/** A pod's spec with what the API server fills in. */
export const podDefaults = (spec: Pod['spec']): Pod['spec'] => ({
  dnsPolicy: 'ClusterFirst',
  preemptionPolicy: 'PreemptLowerPriority',
  priority: 0,
  schedulerName: 'default-scheduler',
  serviceAccount: 'default',
  serviceAccountName: 'default',
  tolerations: ['not-ready', 'unreachable'].map(toleration),
  ...spec,
  containers: spec.containers.map(container),
  ...(spec.initContainers === undefined ? {} : { initContainers: spec.initContainers.map(container) }),
});
