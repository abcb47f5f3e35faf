import { CRD_TYPE } from '../../api/customResourceDefinitions';
import { EmbeddedHost } from '../../api/embeddedHost';
import { CORE_TYPES } from '../../api/types/coreTypes';
import type {
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
  KubernetesEvent,
} from '../../../../src/sidecars/objects/resources';
import type { StoredObject } from '../../contract';
import { registerKubeVirt } from '../index';
import type { LibvirtFactory } from '../libvirt/podLibvirt';
import { platformObjects, type Platform } from '../platform';
import type { KubeVirtTiming } from '../timing';

export const QUICK: KubeVirtTiming = {
  podStart: 4,
  domainStart: 2,
  hookSocketTimeout: 40,
  hcoReconcile: 5,
  syncRetry: 60,
  shutdown: 4,
  hookCall: 5000,
  syncDeadline: 5000,
  crashBackoff: 2000,
  migration: 10,
  poolReconcile: 2,
  copyReconcile: 2,
};

export interface TestCluster {
  host: EmbeddedHost;
  vm: (name: string) => VirtualMachine | undefined;
  vmi: (name: string) => VirtualMachineInstance | undefined;
  pod: (name: string) => Pod | undefined;
  events: (reason: string) => KubernetesEvent[];
  log: (name: string, container: string) => string;
  /** Runs a command in a container of a VM's pod, `exec` in compute. */
  execIn: (
    name: string,
    container: string,
    command: readonly string[],
  ) => Promise<{ code: number; stdout: string; stderr: string }>;
  exec: (name: string, ...command: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
  create: (...objects: StoredObject[]) => void;
}

const PLURALS: Record<string, string> = {
  ConfigMap: 'configmaps',
  HyperConverged: 'hyperconvergeds',
  KubeVirt: 'kubevirts',
  Namespace: 'namespaces',
  Node: 'nodes',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  Secret: 'secrets',
  VirtualMachine: 'virtualmachines',
  VirtualMachineClusterPreference: 'virtualmachineclusterpreferences',
  VirtualMachineInstancetype: 'virtualmachineinstancetypes',
  VirtualMachineInstance: 'virtualmachineinstances',
  VirtualMachineInstanceReplicaSet: 'virtualmachineinstancereplicasets',
  VirtualMachinePool: 'virtualmachinepools',
  VirtualMachineSnapshot: 'virtualmachinesnapshots',
  VirtualMachineRestore: 'virtualmachinerestores',
  VirtualMachineClone: 'virtualmachineclones',
};

/** A cluster with KubeVirt for one test, everything in namespace `lab`; close it with `host.close()`. */
export const testCluster = (
  timing: Partial<KubeVirtTiming> = {},
  platform: Partial<Platform> = {},
  libvirt?: LibvirtFactory,
): TestCluster => {
  const host = new EmbeddedHost();
  host.registerTypes([...CORE_TYPES, CRD_TYPE]);
  registerKubeVirt(host, { ...QUICK, ...timing }, { kubeVirtVersion: platform.kubeVirtVersion, libvirt });
  const { store } = host;
  const create = (...objects: StoredObject[]): void => {
    for (const object of objects) {
      store.create(PLURALS[object.kind] ?? object.kind, object);
    }
  };
  create(...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: false, sidecarGate: true, ...platform }));
  const pod = (name: string): Pod | undefined => {
    const pods = (store.list('pods', 'lab') as unknown as Pod[]).filter(
      ({ metadata }) => metadata.labels?.['vm.kubevirt.io/name'] === name,
    );
    return pods.find(({ status }) => status?.phase === 'Running') ?? pods[0];
  };
  const execIn: TestCluster['execIn'] = async (name, container, command) => {
    const chunks = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
    const collect =
      (name: 'stdout' | 'stderr') =>
      (chunk: Uint8Array | string): Promise<void> => {
        chunks[name].push(Buffer.from(chunk as Uint8Array));
        return Promise.resolve();
      };
    const handler = host.execHandler();
    if (handler === undefined) {
      throw new Error('No exec handler');
    }
    const code = await handler({
      namespace: 'lab',
      pod: pod(name)?.metadata.name ?? '',
      container,
      command: [...command],
      tty: false,
      stdin: undefined,
      stdout: collect('stdout'),
      stderr: collect('stderr'),
      signal: new AbortController().signal,
    });
    return {
      code,
      stdout: Buffer.concat(chunks.stdout).toString('utf8'),
      stderr: Buffer.concat(chunks.stderr).toString('utf8'),
    };
  };
  return {
    host,
    create,
    pod,
    vm: (name) => store.get('virtualmachines', 'lab', name) as VirtualMachine | undefined,
    vmi: (name) => store.get('virtualmachineinstances', 'lab', name) as VirtualMachineInstance | undefined,
    events: (reason) =>
      (store.list('events', 'lab') as unknown as KubernetesEvent[]).filter(
        (event) => event.reason === reason,
      ),
    log: (name, container) =>
      host.logHandlers
        .map((handler) => handler('lab', pod(name)?.metadata.name ?? '', container))
        .flatMap((log) => log?.lines() ?? [])
        .map(({ text }) => text)
        .join('\n'),
    execIn,
    exec: (name, ...command) => execIn(name, 'compute', command),
  };
};

export const configMap = (name: string, data: Record<string, string>): StoredObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'lab' },
  data,
});

/** A running VM with a disk, a network and, by default, cloud-init. */
export const virtualMachine = (
  name: string,
  annotation: string | undefined,
  more: { runStrategy?: string; cloudInit?: boolean } = {},
): StoredObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace: 'lab' },
  spec: {
    runStrategy: more.runStrategy ?? 'Always',
    template: {
      metadata: {
        labels: { 'kubevirt.io/domain': name },
        annotations: annotation === undefined ? {} : { 'hooks.kubevirt.io/hookSidecars': annotation },
      },
      spec: {
        domain: {
          devices: {
            disks: [{ name: 'root', disk: { bus: 'virtio' } }],
            interfaces: [{ name: 'default', masquerade: {} }],
          },
          memory: { guest: '256Mi' },
        },
        networks: [{ name: 'default', pod: {} }],
        volumes: [
          { name: 'root', containerDisk: { image: 'quay.io/containerdisks/fedora:latest' } },
          ...(more.cloudInit === false
            ? []
            : [{ name: 'init', cloudInitNoCloud: { userData: '#cloud-config\n' } }]),
        ],
      },
    },
  },
});

/** The annotation of one sidecar whose script is in key `script.sh` of a ConfigMap. */
export const sidecar = (
  script: string,
  more: Record<string, unknown> = {},
  hookPoint = 'onDefineDomain',
): string =>
  JSON.stringify([
    {
      args: ['--version', 'v1alpha3'],
      configMap: { name: script, key: 'script.sh', hookPath: `/usr/bin/${hookPoint}` },
      ...more,
    },
  ]);
