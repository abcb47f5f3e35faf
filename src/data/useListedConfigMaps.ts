import { useMemo } from 'react';
import { useListWatch } from '../k8s/listWatch/useListWatch';
import { ConfigMapModel } from '../k8s/models';
import type { Loadable } from '../loadable';
import type { ConfigMap } from '../sidecars/objects/resources';
import { CONFIG_MAP_FIELDS } from './listedFields';

/**
 * React hook: the ConfigMaps for the findings of a list, without their texts.
 *
 * @param isNeeded without any script, nothing is requested and the list stays `loading`
 */
export const useListedConfigMaps = (
  namespace: string | undefined,
  isNeeded: boolean,
): Loadable<ConfigMap[]> =>
  useListWatch<ConfigMap>(
    useMemo(
      () =>
        isNeeded
          ? { model: ConfigMapModel, namespace, fields: CONFIG_MAP_FIELDS, isMetadataOnly: true }
          : undefined,
      [namespace, isNeeded],
    ),
  );
