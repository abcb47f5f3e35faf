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

/** The state under the names by which the SDK's hooks look for it. */
export interface HostState {
  sdkCore: CoreState;
  k8s: K8sState;
  FLAGS: Flags;
}

export type HostStore = Store<HostState> & { dispatch: ThunkDispatch<HostState, undefined, UnknownAction> };

/** A new store. Tests use their own; the page has one. */
export const createHostStore = (): HostStore =>
  legacy_createStore(
    combineReducers({ sdkCore: coreReducer, k8s: k8sReducer, FLAGS: flagsReducer }),
    // redux cannot know that thunk widens what `dispatch` takes.
    applyMiddleware(thunk as Middleware<ThunkDispatch<HostState, undefined, UnknownAction>>),
  );

export const store = createHostStore();

// The SDK reads the impersonated user outside of React through this.
storeHandler.setStore(store);
