import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { ActionType } from '@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s';
import type { K8sState } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';
import { Map as ImmutableMap, OrderedMap, fromJS } from 'immutable';
import type { Reducer } from 'redux';
import { modelReference } from './modelReference';

interface WatchedObject {
  metadata?: { uid?: string; namespace?: string; name?: string; resourceVersion?: string };
}

interface WatchEvent {
  type: string;
  object: WatchedObject;
}

interface K8sAction {
  type: ActionType;
  payload: {
    id: string;
    k8sObjects: unknown;
    name: string;
    value: unknown;
    resources: { models: K8sModel[] };
  };
}

type Entry = ImmutableMap<string, unknown>;
type ObjectList = OrderedMap<string, Entry>;

const initialState: K8sState = ImmutableMap({
  RESOURCES: ImmutableMap({ models: ImmutableMap(), loaded: false, inFlight: false }),
});

const keyOf = ({ metadata }: WatchedObject): string =>
  metadata?.uid ?? `${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`;

const versionOf = (entry: Entry | undefined): string | undefined =>
  entry?.getIn(['metadata', 'resourceVersion']) as string | undefined;

/** Keeps the identity of an object with the same version, so that nothing renders again. */
const entryFor = (object: WatchedObject, known: Entry | undefined): Entry =>
  known !== undefined && versionOf(known) === object.metadata?.resourceVersion
    ? known
    : (fromJS(object) as Entry);

const listOf = (state: K8sState, id: string): ObjectList | undefined =>
  state.getIn([id, 'data']) as ObjectList | undefined;

const withObjects = (list: ObjectList, known: ObjectList, objects: readonly WatchedObject[]): ObjectList =>
  list.withMutations((draft) => {
    for (const object of objects) {
      const key = keyOf(object);
      draft.set(key, entryFor(object, known.get(key)));
    }
  });

/** A late event may follow a newer list, so an event counts only if its version is greater than the known one. */
const isNews = (known: Entry | undefined, object: WatchedObject): boolean =>
  known === undefined || Number(object.metadata?.resourceVersion) > Number(versionOf(known));

const applyEvents = (list: ObjectList, events: readonly WatchEvent[]): ObjectList =>
  events.reduce((current, { type, object }) => {
    const key = keyOf(object);
    switch (type) {
      case 'DELETED':
        return current.delete(key);
      case 'ADDED':
      case 'MODIFIED':
        return isNews(current.get(key), object) ? current.set(key, fromJS(object) as Entry) : current;
      default:
        return current;
    }
  }, list);

const receiveModels = (state: K8sState, models: readonly K8sModel[]): K8sState =>
  state.set(
    'RESOURCES',
    ImmutableMap({
      models: ImmutableMap(models.map((model): [string, K8sModel] => [modelReference(model), model])),
      loaded: true,
      inFlight: false,
    }),
  );

const changeList = (state: K8sState, id: string, change: (list: ObjectList) => ObjectList): K8sState => {
  const list = listOf(state, id);
  return list === undefined ? state : state.setIn([id, 'data'], change(list));
};

const modifyObject = (state: K8sState, id: string, object: WatchedObject): K8sState => {
  if (!state.has(id)) {
    return state;
  }
  const known = state.getIn([id, 'data']) as Entry | undefined;
  return state.mergeIn([id], { loadError: '', loaded: true }).setIn([id, 'data'], entryFor(object, known));
};

/**
 * The SDK's `k8s` state: for each watch its data, whether it is loaded, and its last error; models under RESOURCES. The SDK
 * package has the actions and selectors, but not this reducer.
 */
export const k8sReducer: Reducer<K8sState> = (state = initialState, action) => {
  const { type, payload } = action as unknown as K8sAction;
  switch (type) {
    case ActionType.GetResourcesInFlight:
      return state.setIn(['RESOURCES', 'inFlight'], true);
    case ActionType.ReceivedResources:
      return receiveModels(state, payload.resources.models);
    case ActionType.StartWatchK8sObject:
      return state.set(payload.id, ImmutableMap({ loadError: '', loaded: false, data: ImmutableMap() }));
    case ActionType.StartWatchK8sList:
      return state.has(payload.id)
        ? state
        : state.set(
            payload.id,
            ImmutableMap({ loadError: '', loaded: false, data: OrderedMap(), filters: ImmutableMap() }),
          );
    case ActionType.ModifyObject:
      return modifyObject(state, payload.id, payload.k8sObjects as WatchedObject);
    case ActionType.StopWatchK8s:
      return state.delete(payload.id);
    case ActionType.Errored:
      return state.has(payload.id) ? state.setIn([payload.id, 'loadError'], payload.k8sObjects) : state;
    case ActionType.Loaded: {
      const known = listOf(state, payload.id);
      return known === undefined
        ? state
        : state
            .mergeIn([payload.id], { loadError: '', loaded: true })
            .setIn(
              [payload.id, 'data'],
              withObjects(OrderedMap(), known, payload.k8sObjects as WatchedObject[]),
            );
    }
    case ActionType.BulkAddToList:
      return changeList(state, payload.id, (list) =>
        withObjects(list, list, payload.k8sObjects as WatchedObject[]),
      );
    case ActionType.UpdateListFromWS:
      return changeList(state, payload.id, (list) => applyEvents(list, payload.k8sObjects as WatchEvent[]));
    case ActionType.FilterList:
      return state.has(payload.id)
        ? state.setIn([payload.id, 'filters', payload.name], payload.value)
        : state;
    default:
      return state;
  }
};
