import type { Container, Pod } from '../../../../src/sidecars/objects/resources';
import type { StoredObject } from '../../contract';
import { part } from '../admission/podParts';

const pullPolicy = (image = ''): string => {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.endsWith(':latest') || !/[:@]/.test(name) ? 'Always' : 'IfNotPresent';
};

/** Limits without a request of their own are requests too. */
const withRequests = ({ resources }: Container): Record<string, unknown> => {
  const given = part(resources);
  return given.limits === undefined
    ? given
    : { ...given, requests: { ...part(given.limits), ...part(given.requests) } };
};

const variable = (entry: { name: string; valueFrom?: unknown }): typeof entry => {
  const { fieldRef } = part(entry.valueFrom);
  return fieldRef === undefined
    ? entry
    : { ...entry, valueFrom: { fieldRef: { apiVersion: 'v1', ...part(fieldRef) } } };
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
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  enableServiceLinks: true,
  securityContext: {},
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

/** A pod with what the API server fills in; one without containers as it is, for the checks to refuse. */
export const withPodDefaults = (object: StoredObject): StoredObject => {
  const { spec } = object as unknown as Partial<Pod>;
  return Array.isArray(spec?.containers) ? { ...object, spec: podDefaults(spec) } : object;
};
