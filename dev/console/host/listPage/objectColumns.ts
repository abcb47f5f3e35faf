import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { eventTime } from '../events/eventOrder';
import type {
  ConfigMap,
  KubernetesEvent,
  Pod,
  VirtualMachineInstance,
} from '../../../../src/sidecars/objects/resources';
import { statusOf } from '../resource/statusOf';

/** A column of a kind, shown between name and age. */
export interface ObjectColumn {
  title: string;
  text: (object: K8sResourceCommon) => string;
  /** Shown with the icon of a state. */
  isStatus?: boolean;
}

const STATUS: ObjectColumn = { title: 'Status', text: (object) => statusOf(object) ?? '', isStatus: true };
const NODE: ObjectColumn = {
  title: 'Node',
  text: (object) =>
    (object as Pod).spec.nodeName ?? (object as VirtualMachineInstance).status?.nodeName ?? '',
};

const COLUMNS: Record<string, ObjectColumn[]> = {
  VirtualMachine: [STATUS],
  VirtualMachineInstance: [STATUS, NODE],
  Pod: [STATUS, NODE],
  Namespace: [STATUS],
  ConfigMap: [{ title: 'Keys', text: (object) => Object.keys((object as ConfigMap).data ?? {}).join(', ') }],
  Secret: [{ title: 'Type', text: (object) => (object as { type?: string }).type ?? '' }],
  Event: [
    { title: 'Reason', text: (object) => (object as KubernetesEvent).reason ?? '' },
    {
      title: 'Object',
      text: (object) => {
        const {
          involvedObject: { kind, name },
        } = object as KubernetesEvent;
        return `${kind} ${name}`;
      },
    },
    { title: 'Message', text: (object) => (object as KubernetesEvent).message ?? '' },
  ],
};

export const columnsFor = ({ kind, apiGroup }: K8sModel): ObjectColumn[] =>
  apiGroup === undefined || apiGroup === 'kubevirt.io' ? (COLUMNS[kind] ?? []) : [];

/** The time shown in a list: when an event last happened, or when another object was created. */
export const timeOf = (object: K8sResourceCommon): string | undefined =>
  object.kind === 'Event' ? eventTime(object as KubernetesEvent) : object.metadata?.creationTimestamp;
