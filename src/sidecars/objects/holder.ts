import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type {
  KubernetesObject,
  VirtualMachine,
  VirtualMachineInstance,
  VirtualMachineInstanceReplicaSet,
} from './resources';

/** The kinds whose annotation gives existing instances their sidecars: those in the list of VMs. */
export const LISTED_KINDS = [
  'VirtualMachine',
  'VirtualMachineInstance',
  'VirtualMachineInstanceReplicaSet',
] as const;
/** The kinds that VMs are made from. */
export const TEMPLATE_KINDS = ['Template', 'VirtualMachineTemplate', 'VirtualMachinePool'] as const;

const HOLDER_KINDS = [...LISTED_KINDS, ...TEMPLATE_KINDS] as const;
export type ListedKind = (typeof LISTED_KINDS)[number];
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];
/** The kinds that carry the annotation. */
export type HolderKind = (typeof HOLDER_KINDS)[number];

export const holderKind = ({ kind }: Pick<KubernetesObject, 'kind'>): HolderKind =>
  HOLDER_KINDS.find((one) => one === kind) ?? 'VirtualMachine';

/** Whether VMs are made from it. */
export const isTemplateKind = ({ kind }: Pick<KubernetesObject, 'kind'>): boolean =>
  TEMPLATE_KINDS.some((one) => one === kind);

/** The name of a holder's kind on the command line. */
export const holderResource = (object: Pick<KubernetesObject, 'kind'>): string =>
  (
    ({
      VirtualMachine: 'vm',
      VirtualMachineInstance: 'vmi',
      VirtualMachineInstanceReplicaSet: 'vmirs',
      // Complete, because other groups may have a kind of this name.
      Template: 'templates.template.openshift.io',
      VirtualMachineTemplate: 'virtualmachinetemplates.template.kubevirt.io',
      VirtualMachinePool: 'vmpool',
    }) as const
  )[holderKind(object)];

type Owner = NonNullable<KubernetesObject['metadata']['ownerReferences']>[number];

/** What made the instance and would make it again; undefined for one that was created by itself. */
export const instanceOwner = ({ metadata }: VirtualMachineInstance): Owner | undefined =>
  (metadata.ownerReferences ?? []).find(
    ({ kind }) => kind !== 'VirtualMachineInstance' && isHolderKind(kind),
  );

const isHolderKind = (kind: string): boolean => LISTED_KINDS.some((one) => one === kind);

/**
 * An instance in the shape of a VM whose template has what the instance was created with. For reading only: the
 * instance itself has no template.
 */
const instanceAsVm = (vmi: VirtualMachineInstance): VirtualMachine => {
  const { [SIDECARS_ANNOTATION]: text, ...annotations } = vmi.metadata.annotations ?? {};
  return {
    ...vmi,
    kind: 'VirtualMachineInstance',
    metadata: { ...vmi.metadata, annotations },
    spec: {
      template: {
        metadata: {
          annotations: { ...annotations, ...(text === undefined ? {} : { [SIDECARS_ANNOTATION]: text }) },
        },
        spec: vmi.spec,
      },
    },
    status: {
      printableStatus: vmi.status?.phase ?? 'Pending',
      created: true,
      conditions: vmi.status?.conditions ?? [],
    },
  };
};

/** A replica set, which has a template as a VM has, with the number of its ready instances as its status. */
const replicaSetAsVm = (set: VirtualMachineInstanceReplicaSet): VirtualMachine => ({
  ...set,
  kind: 'VirtualMachineInstanceReplicaSet',
  status: {
    printableStatus: `${set.status?.readyReplicas ?? 0}/${set.spec.replicas ?? 1}`,
    created: (set.status?.replicas ?? 0) > 0,
    conditions: set.status?.conditions ?? [],
  },
});

/**
 * The label selector of a replica set's instances, which may select others too; undefined for objects of other kinds.
 * Without `matchLabels` it is empty, which selects all.
 */
export const replicaSetSelector = (object: KubernetesObject): string | undefined =>
  holderKind(object) === 'VirtualMachineInstanceReplicaSet'
    ? Object.entries((object as VirtualMachineInstanceReplicaSet).spec.selector?.matchLabels ?? {})
        .map(([label, value]) => `${label}=${value}`)
        .join()
    : undefined;

/** A holder in the shape of a VM; see `vmsOfHolder` for what VMs are made from. */
export const asVm = (object: KubernetesObject): VirtualMachine => {
  switch (holderKind(object)) {
    case 'VirtualMachineInstance':
      return instanceAsVm(object as VirtualMachineInstance);
    case 'VirtualMachineInstanceReplicaSet':
      return replicaSetAsVm(object as VirtualMachineInstanceReplicaSet);
    default:
      return object as VirtualMachine;
  }
};
