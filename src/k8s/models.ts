import type { K8sGroupVersionKind, K8sModel } from '@openshift-console/dynamic-plugin-sdk';

/** Constant models, which need no discovery request. */
const model = (
  fields: Pick<K8sModel, 'apiVersion' | 'kind' | 'plural' | 'abbr'> & Partial<K8sModel>,
): K8sModel => ({
  label: fields.kind,
  labelPlural: `${fields.kind}s`,
  namespaced: true,
  crd: fields.apiGroup !== undefined,
  ...fields,
});

export const VirtualMachineModel = model({
  apiGroup: 'kubevirt.io',
  apiVersion: 'v1',
  kind: 'VirtualMachine',
  plural: 'virtualmachines',
  abbr: 'VM',
});

export const VirtualMachineInstanceModel = model({
  apiGroup: 'kubevirt.io',
  apiVersion: 'v1',
  kind: 'VirtualMachineInstance',
  plural: 'virtualmachineinstances',
  abbr: 'VMI',
});

export const VirtualMachineInstanceReplicaSetModel = model({
  apiGroup: 'kubevirt.io',
  apiVersion: 'v1',
  kind: 'VirtualMachineInstanceReplicaSet',
  plural: 'virtualmachineinstancereplicasets',
  abbr: 'VMIRS',
});

/** OpenShift's templates, which are not there on other clusters. */
export const TemplateModel = model({
  apiGroup: 'template.openshift.io',
  apiVersion: 'v1',
  kind: 'Template',
  plural: 'templates',
  abbr: 'T',
  crd: false,
});
/** Creating one answers the template with its values, and stores nothing. */
export const ProcessedTemplateModel = { ...TemplateModel, plural: 'processedtemplates' };

const VirtualMachineTemplateModel = model({
  apiGroup: 'template.kubevirt.io',
  apiVersion: 'v1beta1',
  kind: 'VirtualMachineTemplate',
  plural: 'virtualmachinetemplates',
  abbr: 'VMT',
});

const VirtualMachinePoolModel = model({
  apiGroup: 'pool.kubevirt.io',
  apiVersion: 'v1beta1',
  kind: 'VirtualMachinePool',
  plural: 'virtualmachinepools',
  abbr: 'VMP',
});

const HOLDER_MODELS = [
  VirtualMachineModel,
  VirtualMachineInstanceModel,
  VirtualMachineInstanceReplicaSetModel,
  TemplateModel,
  VirtualMachineTemplateModel,
  VirtualMachinePoolModel,
];

// Each version has one model, which hooks may depend on.
const modelsByVersion = new Map<string, K8sModel>();

/**
 * The model of an object that has a sidecars annotation, in the object's version; a VM if its kind is not known. Lists
 * give no `apiVersion` for some kinds; then it is the newest.
 */
export const holderModel = ({ kind, apiVersion }: { kind: string; apiVersion?: string }): K8sModel => {
  const newest = HOLDER_MODELS.find((one) => one.kind === kind) ?? VirtualMachineModel;
  const version = apiVersion?.split('/')[1];
  if (version === undefined || version === newest.apiVersion || newest.kind !== kind) {
    return newest;
  }
  const known = modelsByVersion.get(`${kind}/${version}`) ?? { ...newest, apiVersion: version };
  modelsByVersion.set(`${kind}/${version}`, known);
  return known;
};

export const KubeVirtModel = model({
  apiGroup: 'kubevirt.io',
  apiVersion: 'v1',
  kind: 'KubeVirt',
  plural: 'kubevirts',
  abbr: 'KV',
});

export const HyperConvergedModel = model({
  apiGroup: 'hco.kubevirt.io',
  apiVersion: 'v1beta1',
  kind: 'HyperConverged',
  plural: 'hyperconvergeds',
  abbr: 'HCO',
});

export const ConfigMapModel = model({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  plural: 'configmaps',
  abbr: 'CM',
});
export const NamespaceModel = model({
  apiVersion: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
  abbr: 'NS',
  namespaced: false,
});
/** OpenShift's namespaces, of which each user sees their own. */
export const ProjectModel = model({
  apiGroup: 'project.openshift.io',
  apiVersion: 'v1',
  kind: 'Project',
  plural: 'projects',
  abbr: 'PR',
  namespaced: false,
});
export const PodModel = model({ apiVersion: 'v1', kind: 'Pod', plural: 'pods', abbr: 'P' });
export const EventModel = model({ apiVersion: 'v1', kind: 'Event', plural: 'events', abbr: 'E' });
export const PersistentVolumeClaimModel = model({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  plural: 'persistentvolumeclaims',
  abbr: 'PVC',
});

/** KubeVirt's subresources for commands to VMs; no objects are stored there. */
export const VmSubresources = {
  apiGroup: 'subresources.kubevirt.io',
  apiVersion: 'v1',
  plural: 'virtualmachines',
} as const;

/** The reference type of the SDK's watch hook and links. */
export const groupVersionKind = ({ apiGroup, apiVersion, kind }: K8sModel): K8sGroupVersionKind => ({
  group: apiGroup,
  version: apiVersion,
  kind,
});
