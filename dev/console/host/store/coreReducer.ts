import type { CoreState, ImpersonateKind } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';
import type { Reducer } from 'redux';

type UserInfo = NonNullable<CoreState['user']>;

type CoreAction =
  | { type: 'host/setSessionUser'; user: UserInfo }
  | { type: 'host/startImpersonate'; impersonate: ImpersonateKind }
  | { type: 'host/stopImpersonate' };

export const setSessionUser = (user: UserInfo): CoreAction => ({ type: 'host/setSessionUser', user });

/** "View as": later requests carry the other user's name; the API server decides whether that is allowed. */
export const startImpersonate = (impersonate: ImpersonateKind): CoreAction => ({
  type: 'host/startImpersonate',
  impersonate,
});

export const stopImpersonate = (): CoreAction => ({ type: 'host/stopImpersonate' });

const isCoreAction = (action: { type: string }): action is CoreAction =>
  ['host/setSessionUser', 'host/startImpersonate', 'host/stopImpersonate'].includes(action.type);

/** The SDK's `sdkCore` state: who the user is and as whom they act. */
export const coreReducer: Reducer<CoreState> = (state = {}, action) => {
  if (!isCoreAction(action)) {
    return state;
  }
  switch (action.type) {
    case 'host/setSessionUser':
      return { ...state, user: action.user };
    case 'host/startImpersonate':
      return { ...state, impersonate: action.impersonate };
    case 'host/stopImpersonate':
      return { ...state, impersonate: undefined };
  }
};
