/** A rule of a role, as RBAC writes them; `*` stands for everything. */
export interface PolicyRule {
  verbs: readonly string[];
  apiGroups?: readonly string[];
  resources?: readonly string[];
  nonResourceURLs?: readonly string[];
}

/** Gives the rules to users and groups; `where` limits the namespaces. */
export interface RoleBinding {
  users: readonly string[];
  groups: readonly string[];
  /** `cluster`: everywhere, including cluster-wide requests. `workloads`: in all namespaces except those of the system. */
  where: 'cluster' | 'workloads' | { namespace: string };
  rules: readonly PolicyRule[];
}

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const EVERYTHING: PolicyRule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
  { verbs: ['*'], nonResourceURLs: ['*'] },
];

const HEALTH = ['/healthz', '/livez', '/readyz', '/version', '/version/'];

/** Permitted for everybody, even without a token. */
const PUBLIC_INFO: PolicyRule[] = [{ verbs: ['get'], nonResourceURLs: HEALTH }];

/** Discovery, asking about oneself, and the KubeVirt CR (to read, not to watch). */
const AUTHENTICATED: PolicyRule[] = [
  {
    verbs: ['create'],
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
  },
  { verbs: ['create'], apiGroups: ['authentication.k8s.io'], resources: ['selfsubjectreviews'] },
  { verbs: ['get', 'list'], apiGroups: ['kubevirt.io'], resources: ['kubevirts'] },
  {
    verbs: ['get'],
    nonResourceURLs: ['/api', '/api/*', '/apis', '/apis/*', '/openapi', '/openapi/*', ...HEALTH],
  },
];

const OPENSHIFT_TEMPLATES = {
  apiGroups: ['template.openshift.io'],
  resources: ['templates', 'processedtemplates'],
};

/** The resources of KubeVirt's further API groups, which editors may write. */
const KUBE_VIRT_GROUPS: Pick<PolicyRule, 'apiGroups' | 'resources'>[] = [
  {
    apiGroups: ['snapshot.kubevirt.io'],
    resources: ['virtualmachinesnapshots', 'virtualmachinesnapshotcontents', 'virtualmachinerestores'],
  },
  { apiGroups: ['clone.kubevirt.io'], resources: ['virtualmachineclones'] },
  {
    apiGroups: ['instancetype.kubevirt.io'],
    resources: [
      'virtualmachineinstancetypes',
      'virtualmachineclusterinstancetypes',
      'virtualmachinepreferences',
      'virtualmachineclusterpreferences',
    ],
  },
  { apiGroups: ['pool.kubevirt.io'], resources: ['virtualmachinepools'] },
  // No role lets anybody process templates.
  { apiGroups: ['template.kubevirt.io'], resources: ['virtualmachinetemplates'] },
];

const VIEW_RULES: PolicyRule[] = [
  {
    verbs: ['get'],
    apiGroups: ['subresources.kubevirt.io'],
    resources: [
      'virtualmachines/expand-spec',
      'virtualmachineinstances/guestosinfo',
      'virtualmachineinstances/filesystemlist',
      'virtualmachineinstances/userlist',
    ],
  },
  { verbs: ['update'], apiGroups: ['subresources.kubevirt.io'], resources: ['expand-vm-spec'] },
  {
    verbs: READ,
    apiGroups: ['kubevirt.io'],
    resources: [
      'virtualmachines',
      'virtualmachineinstances',
      'virtualmachineinstancepresets',
      'virtualmachineinstancereplicasets',
      'virtualmachineinstancemigrations',
    ],
  },
  ...KUBE_VIRT_GROUPS.map((rule) => ({ verbs: READ, ...rule })),
  { verbs: READ, ...OPENSHIFT_TEMPLATES },
  { verbs: ['get'], apiGroups: ['template.kubevirt.io'], resources: ['virtualmachinetemplates/status'] },
  { verbs: READ, apiGroups: ['apps'], resources: ['controllerrevisions'] },
  { verbs: READ, apiGroups: ['plugin.kubevirt.io'], resources: ['plugins'] },
  {
    verbs: READ,
    apiGroups: [''],
    resources: [
      'configmaps',
      'limitranges',
      'persistentvolumeclaims',
      'persistentvolumeclaims/status',
      'pods',
      'resourcequotas',
      'serviceaccounts',
      'services',
      'services/status',
      'namespaces',
      'namespaces/status',
      'pods/log',
      'pods/status',
      'events',
    ],
  },
];

const EDIT_RULES: PolicyRule[] = [
  {
    verbs: ['get'],
    apiGroups: ['subresources.kubevirt.io'],
    resources: [
      'virtualmachineinstances/console',
      'virtualmachineinstances/vnc',
      'virtualmachines/portforward',
    ],
  },
  {
    verbs: ['update'],
    apiGroups: ['subresources.kubevirt.io'],
    resources: [
      'virtualmachineinstances/pause',
      'virtualmachineinstances/unpause',
      'virtualmachineinstances/softreboot',
      'virtualmachineinstances/reset',
      'virtualmachines/start',
      'virtualmachines/stop',
      'virtualmachines/restart',
    ],
  },
  {
    verbs: ['get', 'delete', 'create', 'update', 'patch', 'list', 'watch'],
    apiGroups: ['kubevirt.io'],
    resources: [
      'virtualmachines',
      'virtualmachineinstances',
      'virtualmachineinstancepresets',
      'virtualmachineinstancereplicasets',
    ],
  },
  ...KUBE_VIRT_GROUPS.map((rule) => ({
    verbs: ['get', 'delete', 'create', 'update', 'patch', 'list', 'watch'],
    ...rule,
  })),
  { verbs: WRITE, ...OPENSHIFT_TEMPLATES },
  { verbs: READ, apiGroups: [''], resources: ['pods/attach', 'pods/exec', 'pods/portforward', 'secrets'] },
  {
    verbs: WRITE,
    apiGroups: [''],
    resources: [
      'pods',
      'pods/attach',
      'pods/exec',
      'pods/portforward',
      'configmaps',
      'persistentvolumeclaims',
      'secrets',
      'serviceaccounts',
      'services',
      'events',
    ],
  },
  { verbs: ['create'], apiGroups: [''], resources: ['pods/eviction'] },
];

/** As the chart's role `sidecar-admin` gives them. */
const HCO_RULES: PolicyRule[] = [
  { verbs: [...READ, 'patch'], apiGroups: ['hco.kubevirt.io'], resources: ['hyperconvergeds'] },
];

export const EDITORS = 'vm-editors';
export const VIEWERS = 'vm-viewers';
/** Not a persona: users who may impersonate act as one of them. */
export const HCO_ADMINS = 'hco-admins';

/** All roles. Enforcement, access reviews and rules reviews read this. */
export const ROLE_BINDINGS: readonly RoleBinding[] = [
  { users: [], groups: ['system:masters'], where: 'cluster', rules: EVERYTHING },
  {
    users: [],
    groups: ['system:authenticated', 'system:unauthenticated'],
    where: 'cluster',
    rules: PUBLIC_INFO,
  },
  { users: [], groups: ['system:authenticated'], where: 'cluster', rules: AUTHENTICATED },
  { users: ['editor', 'viewer'], groups: [EDITORS, VIEWERS], where: 'cluster', rules: VIEW_RULES },
  { users: ['editor'], groups: [EDITORS], where: 'workloads', rules: EDIT_RULES },
  { users: [], groups: [HCO_ADMINS], where: { namespace: 'openshift-cnv' }, rules: HCO_RULES },
];
