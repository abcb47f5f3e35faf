import { useMemo } from 'react';
import { ConfigMapModel } from '../../k8s/models';
import { useWatchedList } from '../../k8s/useWatched';
import { loadedData } from '../../loadable';
import { TRIAL_LABEL } from '../../sidecars/annotation/constants';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { leftoversIn, type TrialLeftover } from '../../sidecars/trialStart/leftovers';

/** React hook: the trial starts of one or all namespaces whose time is over; none where the user may not list them. */
export const useTrialLeftovers = (namespace: string | undefined): TrialLeftover[] => {
  const configMaps = useWatchedList<ConfigMap>({
    model: ConfigMapModel,
    namespace,
    labelSelector: `${TRIAL_LABEL}=true`,
  });
  return useMemo(() => leftoversIn(loadedData(configMaps) ?? [], new Date()), [configMaps]);
};
