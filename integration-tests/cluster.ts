import type { EmbeddedConsole } from './embeddedConsole';
import type { OwnVm } from './test';

export const SIDECARS = 'hooks.kubevirt.io/hookSidecars';

type Api = EmbeddedConsole['api'];

/** Changes the annotation past the browser, as another client would. */
export const setSidecars = async (api: Api, vm: OwnVm, annotation: string): Promise<void> => {
  const patch = { spec: { template: { metadata: { annotations: { [SIDECARS]: annotation } } } } };
  await api('PATCH', vm.apiPath, patch, 'application/merge-patch+json');
};

export const sidecarsOf = async (api: Api, vm: OwnVm): Promise<string | undefined> => {
  const { spec } = await api<{
    spec: { template: { metadata?: { annotations?: Record<string, string> } } };
  }>('GET', vm.apiPath);
  return spec.template.metadata?.annotations?.[SIDECARS];
};

export const createScript = async (api: Api, vm: OwnVm, name: string, text: string): Promise<void> => {
  await api('POST', `/api/v1/namespaces/${vm.namespace}/configmaps`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: vm.namespace },
    data: { 'script.sh': text },
  });
};

export const sidecar = (configMap: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  args: ['--version', 'v1alpha3'],
  configMap: { name: configMap, key: 'script.sh', hookPath: '/usr/bin/onDefineDomain' },
  ...more,
});

export const restart = async (api: Api, vm: OwnVm): Promise<void> => {
  await api(
    'PUT',
    `/apis/subresources.kubevirt.io/v1/namespaces/${vm.namespace}/virtualmachines/${vm.name}/restart`,
    {},
  );
};

/** Limits what the namespace of the VM may use. */
export const createQuota = async (
  api: Api,
  { namespace }: OwnVm,
  name: string,
  hard: Record<string, string>,
): Promise<void> => {
  await api('POST', `/api/v1/namespaces/${namespace}/resourcequotas`, {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name, namespace },
    spec: { hard },
  });
};

export const HARMLESS_SCRIPT = '#!/bin/sh\nprintf \'%s\' "$4"\n';

/** Creates a VM, with or without an annotation. */
export const createVm = async (
  api: Api,
  { namespace }: Pick<OwnVm, 'namespace'>,
  name: string,
  annotation?: string | Record<string, unknown>[],
  runStrategy = 'Always',
): Promise<OwnVm> => {
  const text = typeof annotation === 'object' ? JSON.stringify(annotation) : annotation;
  const machines = `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachines`;
  await api('POST', machines, {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace },
    spec: {
      runStrategy,
      template: {
        ...(text === undefined ? {} : { metadata: { annotations: { [SIDECARS]: text } } }),
        spec: { domain: { devices: {}, memory: { guest: '512Mi' } } },
      },
    },
  });
  return {
    namespace,
    name,
    apiPath: `${machines}/${name}`,
    page: `/k8s/ns/${namespace}/kubevirt.io~v1~VirtualMachine/${name}`,
  };
};

export const changeScript = async (api: Api, vm: OwnVm, name: string, text: string): Promise<void> => {
  const patch = { data: { 'script.sh': text } };
  const path = `/api/v1/namespaces/${vm.namespace}/configmaps/${name}`;
  await api('PATCH', path, patch, 'application/merge-patch+json');
};

interface PodList {
  items: {
    metadata: { name: string; labels?: Record<string, string> };
    status?: { phase?: string };
  }[];
}

/** The names of the VM's running virt-launcher pods. */
export const runningPods = async (api: Api, { namespace, name }: OwnVm): Promise<string[]> => {
  const { items } = await api<PodList>('GET', `/api/v1/namespaces/${namespace}/pods`);
  return items
    .filter(
      ({ metadata, status }) =>
        metadata.labels?.['vm.kubevirt.io/name'] === name && status?.phase === 'Running',
    )
    .map(({ metadata }) => metadata.name);
};

interface KubeVirtList {
  items: { spec: { configuration?: { developerConfiguration?: { featureGates?: string[] } } } }[];
}

/** The feature gates in the KubeVirt object. */
export const featureGates = async (api: Api): Promise<string[]> => {
  const { items } = await api<KubeVirtList>('GET', '/apis/kubevirt.io/v1/kubevirts');
  return items.flatMap(({ spec }) => spec.configuration?.developerConfiguration?.featureGates ?? []);
};
