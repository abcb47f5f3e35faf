import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { KubernetesEvent } from '../../../../src/sidecars/objects/resources';

/** When the event last happened, as RFC 3339. */
export const eventTime = ({
  lastTimestamp,
  eventTime: time,
  metadata,
}: KubernetesEvent): string | undefined => lastTimestamp ?? time ?? metadata.creationTimestamp;

export const newestFirst = (events: readonly KubernetesEvent[]): KubernetesEvent[] =>
  events.toSorted((a, b) => Date.parse(eventTime(b) ?? '') - Date.parse(eventTime(a) ?? ''));

/** True for events of the object and, for a VM, of the instance with the same name. */
export const concerns = (
  { involvedObject }: KubernetesEvent,
  { kind, metadata }: K8sResourceCommon,
): boolean =>
  involvedObject.uid === metadata?.uid ||
  (involvedObject.uid === undefined && involvedObject.kind === kind) ||
  (kind === 'VirtualMachine' && involvedObject.kind === 'VirtualMachineInstance');
