/** The annotation on `spec.template.metadata` of a VM (and on the VMI made from it) that lists its sidecars. */
export const SIDECARS_ANNOTATION = 'hooks.kubevirt.io/hookSidecars';

/** The annotation of a VM's template for Red Hat's raw I/O add-on, whose webhook makes the instance's sidecars. */
export const RAW_IO_ANNOTATION = 'kubevirt.io/rawioSupport';

/** The versions of the hook protocol that KubeVirt's sidecar-shim knows, oldest first. */
export const SHIM_VERSIONS = ['v1alpha1', 'v1alpha2', 'v1alpha3'] as const;
export type ShimVersion = (typeof SHIM_VERSIONS)[number];

/** Below this, a live migration leaves the source pod NotReady and the next migration is refused. */
export const DEFAULT_VERSION: ShimVersion = 'v1alpha3';

/** Where to mount the script of each hook point: the shim finds it elsewhere in $PATH too. */
export const HOOK_PATHS = {
  onDefineDomain: '/usr/bin/onDefineDomain',
  preCloudInitIso: '/usr/bin/preCloudInitIso',
} as const;

/** The annotation of a HyperConverged object that holds JSON patch operations for the KubeVirt object. */
export const HCO_JSONPATCH_ANNOTATION = 'kubevirt.kubevirt.io/jsonpatch';

export const FEATURE_GATE = 'Sidecar';
export const FEATURE_GATES_PATH = '/spec/configuration/developerConfiguration/featureGates';

/** Marks a ConfigMap as a hook script although no VM refers to it. */
export const HOOK_SCRIPT_LABEL = 'sidecar-hooks.kubevirt.io/hook-script';
export const HOOK_SCRIPT_LABEL_VALUE = 'true';

/** The hook point a script was written for, on its ConfigMap: an unused script still says what it is. */
export const HOOK_POINT_ANNOTATION = 'sidecar-hooks.kubevirt.io/hook-point';

/** The expected results of a script, on its ConfigMap, as a JSON list. */
export const EXPECTED_RESULTS_ANNOTATION = 'sidecar-hooks.kubevirt.io/expected-results';

/**
 * The field manager to write expected results as. It owns no data, so that such a write does not look like a change
 * of the script.
 */
export const EXPECTED_RESULTS_FIELD_MANAGER = 'sidecar-hooks-expected-results';

/** Labels of a virt-launcher pod: the host name of its guest, and the uid of its VMI. */
export const VM_NAME_LABEL = 'vm.kubevirt.io/name';
export const CREATED_BY_LABEL = 'kubevirt.io/created-by';
/** Annotation of a virt-launcher pod: the name of its VMI. */
export const DOMAIN_ANNOTATION = 'kubevirt.io/domain';

/** The container of a virt-launcher pod that libvirt runs in. */
export const COMPUTE_CONTAINER = 'compute';

/** Marks all objects of a trial start, so that leftovers are found. */
export const TRIAL_LABEL = 'sidecar-hooks.kubevirt.io/trial-start';
/** The name of the VM of which a trial start is a copy. A name may be longer than a label's value. */
export const TRIAL_VM_ANNOTATION = 'sidecar-hooks.kubevirt.io/trial-of';
/** When nobody needs the objects of a trial start any more, ISO 8601. */
export const TRIAL_EXPIRES_ANNOTATION = 'sidecar-hooks.kubevirt.io/trial-expires';

/** On OpenShift templates for VMs; `base` is one that the operator restores whenever somebody changes it. */
export const TEMPLATE_TYPE_LABEL = 'template.kubevirt.io/type';
export const BASE_TEMPLATE = 'base';

/** Labels of a VM or a copied template: the template it was made from. The console writes both, other tools maybe only the first. */
export const MADE_FROM_LABEL = 'vm.kubevirt.io/template';
export const MADE_FROM_NAMESPACE_LABEL = 'vm.kubevirt.io/template.namespace';
