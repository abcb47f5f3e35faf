import type { K8sModel, K8sVerb } from '@openshift-console/dynamic-plugin-sdk';
import {
  getResourcesInFlight,
  receivedResources,
} from '@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s';
import type { UnknownAction } from 'redux';
import type { ThunkAction } from 'redux-thunk';
import { coFetchJSON } from '../shims/shared/src/utils/console-fetch';
import { abbreviation, pluralLabel } from './modelLabels';
import type { HostState } from './store';

interface ApiResource {
  name: string;
  singularName?: string;
  namespaced: boolean;
  kind: string;
  verbs: string[];
  shortNames?: string[];
}

export interface ApiResourceList {
  groupVersion: string;
  resources: ApiResource[];
}

interface ApiGroupList {
  groups: { name: string; versions: { groupVersion: string; version: string }[] }[];
}

/** Groups whose kinds the real console knows without discovery: their URLs have the plural, as those of core kinds. */
const KNOWN_GROUPS: readonly (string | undefined)[] = [undefined, 'template.openshift.io'];

/** Converts the answer of `/api/v1` or `/apis/<group>/<version>` into models, without subresources. */
export const modelsOf = ({ groupVersion, resources }: ApiResourceList): K8sModel[] => {
  const [version, group] = groupVersion.split('/').reverse();
  return resources
    .filter(({ name }) => !name.includes('/'))
    .map(({ name, kind, namespaced, verbs, shortNames }) => ({
      kind,
      label: kind,
      labelPlural: pluralLabel(kind),
      abbr: abbreviation(kind),
      plural: name,
      namespaced,
      verbs: verbs as K8sVerb[],
      apiVersion: version ?? '',
      shortNames,
      ...(group === undefined ? {} : { apiGroup: group }),
      ...(KNOWN_GROUPS.includes(group) ? {} : { crd: true }),
    }));
};

const resourceList = async (path: string): Promise<ApiResourceList> =>
  (await coFetchJSON(`/api/kubernetes${path}`)) as ApiResourceList;

/** Reads all models. A group that does not answer is omitted, as in `kubectl`. */
const fetchModels = async (): Promise<K8sModel[]> => {
  const { groups } = (await coFetchJSON('/api/kubernetes/apis')) as ApiGroupList;
  const paths = groups.flatMap(({ versions }) => versions.map(({ groupVersion }) => `/apis/${groupVersion}`));
  const lists = await Promise.allSettled(['/api/v1', ...paths].map(resourceList));
  return lists.flatMap((list) => (list.status === 'fulfilled' ? modelsOf(list.value) : []));
};

const RETRY_MS = 5000;

/** Fills the store's models, which the SDK's hooks wait for. Retries while the cluster starts. */
export const discoverModels =
  (): ThunkAction<Promise<void>, HostState, undefined, UnknownAction> => async (dispatch) => {
    dispatch(getResourcesInFlight());
    try {
      const models = await fetchModels();
      dispatch(
        receivedResources({
          models,
          adminResources: [],
          allResources: [],
          configResources: [],
          clusterOperatorConfigResources: [],
          namespacedSet: new Set(models.filter(({ namespaced }) => namespaced).map(({ kind }) => kind)),
          safeResources: [],
          groupVersionMap: {},
        }),
      );
    } catch {
      window.setTimeout(() => void dispatch(discoverModels()), RETRY_MS);
    }
  };
