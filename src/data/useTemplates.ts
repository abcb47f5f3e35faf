import { useMemo } from 'react';
import { isNotInstalled } from '../apiError';
import { holderModel } from '../k8s/models';
import { useListWatch } from '../k8s/listWatch/useListWatch';
import { useServedVersion } from '../k8s/useServedVersion';
import { oldestStale, type Loadable } from '../loadable';
import { BASE_TEMPLATE, TEMPLATE_TYPE_LABEL } from '../sidecars/annotation/constants';
import { TEMPLATE_KINDS, type TemplateKind } from '../sidecars/objects/holder';
import type { KubernetesObject } from '../sidecars/objects/resources';
import { FIELDS_OF_KIND } from './listedFields';

export interface Templates {
  /** All objects that could be read. Fails if no kind can be read. */
  objects: Loadable<KubernetesObject[]>;
  /** The kinds that could not be read. */
  missing: MissingKind[];
  /** The kinds that the cluster does not have. */
  absent: TemplateKind[];
}

export interface MissingKind {
  kind: TemplateKind;
  error: unknown;
  /** Retries now. */
  retry: (() => void) | undefined;
}

type List = Loadable<KubernetesObject[]>;
/** `absent`: the cluster does not have the kind. */
type KindList = List | 'absent';

/** The versions that this plugin knows, the newest first. */
const VERSIONS: Record<TemplateKind, readonly string[]> = {
  Template: ['v1'],
  VirtualMachineTemplate: ['v1beta1', 'v1alpha1'],
  VirtualMachinePool: ['v1beta1', 'v1alpha1'],
};

const NOT_BASE = `${TEMPLATE_TYPE_LABEL}!=${BASE_TEMPLATE}`;

const useKind = (kind: TemplateKind, namespace: string | undefined, labelSelector?: string): KindList => {
  const { apiGroup = '' } = holderModel({ kind });
  const version = useServedVersion(apiGroup, VERSIONS[kind]);
  const served = version.status === 'loaded' ? version.data : undefined;
  const query = useMemo(
    () =>
      served === undefined
        ? undefined
        : {
            model: holderModel({ kind, apiVersion: `${apiGroup}/${served}` }),
            namespace,
            labelSelector,
            fields: FIELDS_OF_KIND[kind],
          },
    [kind, apiGroup, served, namespace, labelSelector],
  );
  const list = useListWatch<KubernetesObject>(query);
  if (version.status !== 'loaded') {
    return version;
  }
  return served === undefined || (list.status === 'failed' && isNotInstalled(list.error)) ? 'absent' : list;
};

/** Incomplete as long as one of the lists is. */
const joined = (lists: readonly List[]): List => {
  const loaded = lists.filter((list) => list.status === 'loaded');
  const isLoading = lists.some(({ status }) => status === 'loading');
  const failed = lists.find((list) => list.status === 'failed');
  if (loaded.length === 0 && lists.length > 0) {
    return isLoading || failed === undefined ? { status: 'loading' } : failed;
  }
  const retries = loaded.flatMap(({ problem, retry }) => (problem === undefined ? [] : [retry]));
  const remaining = loaded.flatMap((list) => list.remaining ?? []);
  return {
    status: 'loaded',
    data: loaded.flatMap(({ data }) => data),
    ...(retries.length > 0 && {
      problem: loaded.find(({ problem }) => problem !== undefined)?.problem,
      retry: () => {
        retries.forEach((retry) => retry?.());
      },
    }),
    ...oldestStale(...lists),
    ...((isLoading || remaining.length > 0) && { remaining: 'unknown' as const }),
  };
};

/**
 * React hook: what VMs are made from, of all kinds that the cluster has, live, with the fields that rows and checks read.
 * Templates without VMs are included. All callers share the lists.
 *
 * @param namespace undefined reads all namespaces
 * @param withBase also the templates that belong to OpenShift Virtualization, of which there are many
 */
export const useTemplates = (namespace: string | undefined, withBase = false): Templates => {
  const templates = useKind('Template', namespace, withBase ? undefined : NOT_BASE);
  const vmTemplates = useKind('VirtualMachineTemplate', namespace);
  const pools = useKind('VirtualMachinePool', namespace);
  return useMemo(() => {
    const kinds: Record<TemplateKind, KindList> = {
      Template: templates,
      VirtualMachineTemplate: vmTemplates,
      VirtualMachinePool: pools,
    };
    return {
      objects: joined(Object.values(kinds).filter((list) => list !== 'absent')),
      missing: TEMPLATE_KINDS.flatMap((kind): MissingKind[] => {
        const list = kinds[kind];
        return list !== 'absent' && list.status === 'failed'
          ? [{ kind, error: list.error, retry: list.retry }]
          : [];
      }),
      absent: TEMPLATE_KINDS.filter((kind) => kinds[kind] === 'absent'),
    };
  }, [templates, vmTemplates, pools]);
};
