import type { CoreState } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';
import type { Reducer } from 'redux';

type UserInfo = NonNullable<CoreState['user']>;
type Impersonated = CoreState['impersonate'];

// An alias, not an interface: redux asks for an index signature, which only aliases have by themselves.
type CoreAction =
  | { type: 'host/setSessionUser'; user: UserInfo }
  | { type: 'host/setImpersonated'; impersonate: Impersonated };

export const setSessionUser = (user: UserInfo): CoreAction => ({ type: 'host/setSessionUser', user });

/** As whom the user views the console from now on; undefined: as themselves. */
export const setImpersonated = (impersonate: Impersonated): CoreAction => ({
  type: 'host/setImpersonated',
  impersonate,
});

const isCoreAction = (action: { type: string }): action is CoreAction =>
  ['host/setSessionUser', 'host/setImpersonated'].includes(action.type);

/** The SDK's `sdkCore` state: who the user is, and as whom they view the console. */
export const coreReducer: Reducer<CoreState> = (state = {}, action) => {
  if (!isCoreAction(action)) {
    return state;
  }
  return action.type === 'host/setSessionUser'
    ? { ...state, user: action.user }
    : { ...state, impersonate: action.impersonate };
};
