import type { CoreState } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';
import type { Reducer } from 'redux';

type UserInfo = NonNullable<CoreState['user']>;

// An alias, not an interface: redux asks for an index signature, which only aliases have by themselves.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- see above
type CoreAction = {
  type: 'host/setSessionUser';
  user: UserInfo;
};

export const setSessionUser = (user: UserInfo): CoreAction => ({ type: 'host/setSessionUser', user });

const isCoreAction = (action: { type: string }): action is CoreAction =>
  action.type === 'host/setSessionUser';

/** The SDK's `sdkCore` state: who the user is. */
export const coreReducer: Reducer<CoreState> = (state = {}, action) =>
  isCoreAction(action) ? { ...state, user: action.user } : state;
