import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import type { CoreState, K8sState } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';
import type { Middleware, Store, UnknownAction } from 'redux';
import { applyMiddleware, combineReducers, legacy_createStore } from 'redux';
import type { ThunkDispatch } from 'redux-thunk';
import { thunk } from 'redux-thunk';
import { coreReducer } from './coreReducer';
import type { Flags } from './flagsReducer';
import { flagsReducer } from './flagsReducer';
import { k8sReducer } from './k8sReducer';

/** The state with the names that the SDK's hooks expect. */
export interface HostState {
  sdkCore: CoreState;
  k8s: K8sState;
  FLAGS: Flags;
}

export type HostStore = Store<HostState> & { dispatch: ThunkDispatch<HostState, undefined, UnknownAction> };

export const createHostStore = (): HostStore =>
  legacy_createStore(
    combineReducers({ sdkCore: coreReducer, k8s: k8sReducer, FLAGS: flagsReducer }),
    // redux does not know that thunk extends what `dispatch` accepts.
    applyMiddleware(thunk as Middleware<ThunkDispatch<HostState, undefined, UnknownAction>>),
  );

export const store = createHostStore();

// The SDK reads the impersonated user outside of React through this handler.
storeHandler.setStore(store);
