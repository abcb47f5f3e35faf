import type { StoredObject } from '../contract';
import { KUBERNETES_VERSION } from '../kubernetesVersion';
import { NODE_NAMES } from './controllers/node';
import { applyJsonPatchAnnotation } from './hco/applyJsonPatch';
import { releaseOf } from './release';

export interface Platform {
  /** As in `v1.9.0`. */
  kubeVirtVersion: string;
  /** Whether the HyperConverged operator manages KubeVirt, as in OpenShift. */
  hco: boolean;
  /** Whether the Sidecar feature gate is on from the start. */
  sidecarGate: boolean;
  /** Whether HCO also enables the gate of VirtualMachineTemplates in 1.8. Earlier ones have none, later ones need none. */
  templateGate?: boolean;
  /** Value of the HyperConverged's jsonpatch annotation, in place of the one that the gate takes. */
  jsonPatch?: string;
}

export const HCO_NAMESPACE = 'openshift-cnv';
export const JSON_PATCH_ANNOTATION = 'kubevirt.kubevirt.io/jsonpatch';
export const KUBE_VIRT_NAME = 'kubevirt-kubevirt-hyperconverged';

const enable = (gate: string): string =>
  `{"op": "add", "path": "/spec/configuration/developerConfiguration/featureGates/-", "value": "${gate}"}`;

/** The gates that HCO 1.18 and later set by themselves. */
const HCO_FEATURE_GATES = [
  'CPUManager',
  'Snapshot',
  'ExpandDisks',
  'HostDevices',
  'VMExport',
  'KubevirtSeccompProfile',
  'LiveUpdateNADRef',
  'VideoConfig',
  'DecentralizedLiveMigration',
  'HotplugVolumes',
];

/** Those that HCO up to 1.17 sets. */
const OLDER_HCO_FEATURE_GATES = [
  'CPUManager',
  'Snapshot',
  'HotplugVolumes',
  'HostDevices',
  'GPU',
  'ExpandDisks',
  'VMExport',
  'KubevirtSeccompProfile',
  'VMPersistentState',
  'WithHostModelCPU',
  'HypervStrictCheck',
];

const namespace = (name: string): StoredObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
  status: { phase: 'Active' },
});

const node = (name: string): StoredObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name,
    labels: {
      'kubernetes.io/hostname': name,
      'kubevirt.io/schedulable': 'true',
      'node-role.kubernetes.io/worker': '',
    },
  },
  spec: {},
  status: {
    conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
    nodeInfo: { kubeletVersion: `v${KUBERNETES_VERSION}`, architecture: 'amd64', operatingSystem: 'linux' },
  },
});

/** The spec that HCO gives its KubeVirt before any patch. */
export const kubeVirtSpec = (version: string): Record<string, unknown> => ({
  configuration: {
    developerConfiguration: {
      featureGates: releaseOf(version).disablesGates ? HCO_FEATURE_GATES : OLDER_HCO_FEATURE_GATES,
    },
    machineType: 'pc-q35-rhel9.6.0',
    migrations: { completionTimeoutPerGiB: 150, parallelMigrationsPerCluster: 5 },
    seccompConfiguration: {
      virtualMachineInstanceProfile: { customProfile: { localhostProfile: 'kubevirt/kubevirt.json' } },
    },
  },
  customizeComponents: {},
  uninstallStrategy: 'BlockUninstallIfWorkloadsExist',
  workloadUpdateStrategy: { workloadUpdateMethods: ['LiveMigrate'] },
});

const plainKubeVirt = (platform: Platform): StoredObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'KubeVirt',
  metadata: { name: 'kubevirt', namespace: 'kubevirt' },
  spec: {
    certificateRotateStrategy: {},
    configuration: { developerConfiguration: { featureGates: platform.sidecarGate ? ['Sidecar'] : [] } },
    imagePullPolicy: 'IfNotPresent',
  },
  status: deployed(platform.kubeVirtVersion),
});

const REGISTRY = 'quay.io/kubevirt';

/** A part of what virt-operator writes down of its deployment, with the image for sidecars where the release has one. */
const deploymentConfig = (version: string): string =>
  JSON.stringify({
    registry: REGISTRY,
    kubeVirtVersion: version,
    virtOperatorImage: `${REGISTRY}/virt-operator:${version}`,
    ...(releaseOf(version).hasSidecarImage
      ? { SidecarShimImage: `${REGISTRY}/sidecar-shim:${version}` }
      : {}),
  });

/** The status of a KubeVirt that is up. */
export const deployed = (version: string): Record<string, unknown> => ({
  phase: 'Deployed',
  conditions: [
    { type: 'Available', status: 'True', reason: 'AllComponentsReady', message: 'All components are ready.' },
    {
      type: 'Progressing',
      status: 'False',
      reason: 'AllComponentsReady',
      message: 'All components are ready.',
    },
    { type: 'Degraded', status: 'False', reason: 'AllComponentsReady', message: 'All components are ready.' },
    {
      type: 'Created',
      status: 'True',
      reason: 'AllResourcesCreated',
      message: 'All resources were created.',
    },
  ],
  observedDeploymentConfig: deploymentConfig(version),
  observedKubeVirtVersion: version,
  operatorVersion: version,
  targetKubeVirtVersion: version,
});

const patchOf = ({
  jsonPatch,
  sidecarGate,
  templateGate = false,
  kubeVirtVersion,
}: Platform): string | undefined => {
  const { templateVersions, enablesBeta } = releaseOf(kubeVirtVersion);
  const needsGate = templateGate && templateVersions.length > 0 && !enablesBeta;
  const gates = [...(sidecarGate ? ['Sidecar'] : []), ...(needsGate ? ['Template'] : [])];
  return jsonPatch ?? (gates.length === 0 ? undefined : `[${gates.map(enable).join(', ')}]`);
};

/** HCO's KubeVirt as it was after the last annotation that could be applied. */
const managedKubeVirt = (platform: Platform): StoredObject => {
  const make = (): StoredObject => ({
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: {
      name: KUBE_VIRT_NAME,
      namespace: HCO_NAMESPACE,
      labels: { app: 'kubevirt-hyperconverged', 'app.kubernetes.io/managed-by': 'hco-operator' },
    },
    spec: structuredClone(kubeVirtSpec(platform.kubeVirtVersion)),
    status: deployed(platform.kubeVirtVersion),
  });
  const patched = make();
  try {
    applyJsonPatchAnnotation(patchOf(platform) ?? '[]', JSON_PATCH_ANNOTATION, patched);
    return patched;
  } catch {
    return make();
  }
};

const hyperConverged = (platform: Platform): StoredObject => {
  const patch = patchOf(platform);
  const minor = Number(/^v1\.(\d+)/.exec(platform.kubeVirtVersion)?.[1] ?? '9');
  return {
    apiVersion: `hco.kubevirt.io/${releaseOf(platform.kubeVirtVersion).hcoVersions[0]}`,
    kind: 'HyperConverged',
    metadata: {
      name: 'kubevirt-hyperconverged',
      namespace: HCO_NAMESPACE,
      ...(patch === undefined ? {} : { annotations: { [JSON_PATCH_ANNOTATION]: patch } }),
    },
    spec: { infra: {}, workloads: {}, featureGates: { deployKubeSecondaryDNS: false } },
    // HCO 1.N comes with KubeVirt 1.(N-10): 1.18 with 1.8.
    status: { versions: [{ name: 'operator', version: `1.${minor + 10}.0` }] },
  };
};

/** What is there before anybody creates a VM: nodes, namespaces, and KubeVirt with or without its operator's owner. */
export const platformObjects = (platform: Platform): StoredObject[] => [
  ...NODE_NAMES.map(node),
  ...(platform.hco
    ? [namespace(HCO_NAMESPACE), managedKubeVirt(platform), hyperConverged(platform)]
    : [namespace('kubevirt'), plainKubeVirt(platform)]),
];
