import type { CoreState } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';
import type { Reducer } from 'redux';

type UserInfo = NonNullable<CoreState['user']>;
type Impersonated = CoreState['impersonate'];

// A type alias, because redux requires an index signature, which interfaces do not have implicitly.
type CoreAction =
  | { type: 'host/setSessionUser'; user: UserInfo }
  | { type: 'host/setImpersonated'; impersonate: Impersonated };

export const setSessionUser = (user: UserInfo): CoreAction => ({ type: 'host/setSessionUser', user });

/** Impersonates a user; undefined stops impersonating. */
export const setImpersonated = (impersonate: Impersonated): CoreAction => ({
  type: 'host/setImpersonated',
  impersonate,
});

const isCoreAction = (action: { type: string }): action is CoreAction =>
  ['host/setSessionUser', 'host/setImpersonated'].includes(action.type);

export const coreReducer: Reducer<CoreState> = (state = {}, action) => {
  if (!isCoreAction(action)) {
    return state;
  }
  return action.type === 'host/setSessionUser'
    ? { ...state, user: action.user }
    : { ...state, impersonate: action.impersonate };
};
