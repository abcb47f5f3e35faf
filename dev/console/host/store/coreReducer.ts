import type { CoreState } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';
import type { Reducer } from 'redux';

type UserInfo = NonNullable<CoreState['user']>;
type Impersonated = CoreState['impersonate'];

// An alias, not an interface: redux asks for an index signature, which only aliases have by themselves.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- see above
type UserAction = {
  type: 'host/setSessionUser';
  user: UserInfo;
};

// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- see above
type ImpersonationAction = {
  type: 'host/setImpersonated';
  impersonate: Impersonated;
};

export const setSessionUser = (user: UserInfo): UserAction => ({ type: 'host/setSessionUser', user });

/** As whom the user views the console from now on; undefined: as themselves. */
export const setImpersonated = (impersonate: Impersonated): ImpersonationAction => ({
  type: 'host/setImpersonated',
  impersonate,
});

const isUserAction = (action: { type: string }): action is UserAction =>
  action.type === 'host/setSessionUser';

const isImpersonationAction = (action: { type: string }): action is ImpersonationAction =>
  action.type === 'host/setImpersonated';

/** The SDK's `sdkCore` state: who the user is, and as whom they view the console. */
export const coreReducer: Reducer<CoreState> = (state = {}, action) =>
  isUserAction(action)
    ? { ...state, user: action.user }
    : isImpersonationAction(action)
      ? { ...state, impersonate: action.impersonate }
      : state;
