import type { EmbeddedConsole } from './embeddedConsole';
import type { OwnVm } from './test';

const SIDECARS = 'hooks.kubevirt.io/hookSidecars';

type Api = EmbeddedConsole['api'];

/** What another client does while somebody works in the browser. */
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

export const HARMLESS_SCRIPT = '#!/bin/sh\nprintf \'%s\' "$4"\n';
