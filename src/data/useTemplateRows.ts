import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { loadedData, oldestStale, type Loadable } from '../loadable';
import type { TemplateKind } from '../sidecars/objects/holder';
import type { KubernetesObject } from '../sidecars/objects/resources';
import { inSlices } from '../sidecars/rows/inSlices';
import {
  createTemplateRows,
  rowVms,
  type TemplateRow,
  type TemplateRowsInput,
} from '../sidecars/rows/templateRows';
import { sideList } from './sideList';
import { useListedConfigMaps } from './useListedConfigMaps';
import { useGate } from './useGate';
import { useTemplates, type MissingKind } from './useTemplates';
import { useVms } from './useVms';

/** A list that could not be read, without which rows or parts of them are missing. */
export interface MissingTemplateList extends Omit<MissingKind, 'kind'> {
  list: TemplateKind | 'vms' | 'configMaps';
}

export interface TemplateRows {
  rows: Loadable<TemplateRow[]>;
  missing: MissingTemplateList[];
  /** The kinds that the cluster does not have. */
  absent: TemplateKind[];
  /** Whether the VMs that are made from the rows are still being read. */
  areVmsLoading: boolean;
}

interface Lists {
  namespace: string | undefined;
  objects: Loadable<KubernetesObject[]>;
  sides: Omit<TemplateRowsInput, 'objects'>;
}

interface Derived {
  namespace: string | undefined;
  rows: Loadable<TemplateRow[]>;
}

const LOADING = { status: 'loading' } as const;

const createDerivation = (): ((lists: Lists) => Generator<undefined, Derived>) => {
  const rowsOf = createTemplateRows();
  return function* ({ namespace, objects, sides }) {
    return {
      namespace,
      rows:
        objects.status === 'loaded'
          ? { ...objects, data: yield* rowsOf({ objects: objects.data, ...sides }) }
          : objects,
    };
  };
};

/**
 * React hook: all templates with VMs and all pools of a namespace, live, with their scripts, findings and the VMs that are
 * known to be made from them. VMs are those of the namespace; ConfigMaps are read only if there are scripts.
 *
 * @param namespace undefined reads all namespaces
 * @param withBase also the templates that belong to OpenShift Virtualization
 */
export const useTemplateRows = (namespace: string | undefined, withBase: boolean): TemplateRows => {
  const { objects, missing: missingKinds, absent } = useTemplates(namespace, withBase);
  const vms = useVms(namespace);
  const isAnyAttached = useMemo(
    () => (loadedData(objects) ?? []).flatMap(rowVms).some(({ parsed }) => parsed.kind !== 'absent'),
    [objects],
  );
  const configMaps = useListedConfigMaps(namespace, isAnyAttached);
  const { kubevirt, status } = useGate();
  const isGateLoading = kubevirt.status === 'loading';
  const version = status?.version;
  const sides = useMemo(
    () => ({
      vms: sideList(vms, true),
      configMaps: sideList(configMaps, isAnyAttached),
      gate: isGateLoading ? ('loading' as const) : { version },
    }),
    [vms, configMaps, isAnyAttached, isGateLoading, version],
  );

  const [work] = useState(() => inSlices(createDerivation()));
  useEffect(() => {
    work.push({ namespace, objects, sides });
  }, [work, namespace, objects, sides]);
  const derived = useSyncExternalStore(work.subscribe, work.read);
  // Rows of the previous namespace are hidden while those of this one are computed.
  const rows = derived !== undefined && derived.namespace === namespace ? derived.rows : LOADING;

  return useMemo(() => {
    const sideLists = { vms, configMaps } as const;
    return {
      rows: rows.status === 'loaded' ? { ...rows, ...oldestStale(rows, vms, configMaps) } : rows,
      missing: [
        ...missingKinds.map(({ kind, error, retry }) => ({ list: kind, error, retry })),
        ...(['vms', 'configMaps'] as const).flatMap((list): MissingTemplateList[] => {
          const value = sideLists[list];
          return value.status === 'failed' ? [{ list, error: value.error, retry: value.retry }] : [];
        }),
      ],
      absent,
      areVmsLoading: sides.vms === 'loading',
    };
  }, [rows, vms, configMaps, missingKinds, absent, sides.vms]);
};
