import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import { act } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import type { User } from '../../dev/cluster/contract';
import { impersonationOf } from '../../dev/console/host/session/impersonation';
import { setImpersonated } from '../../dev/console/host/store/coreReducer';
import type { HostStore } from '../../dev/console/host/store/store';

/** Impersonates the user in the console that was rendered last, until the test ends; undefined ends that. */
export const viewAs = (user: User | undefined): void => {
  const store = storeHandler.getStore() as HostStore;
  act(() => {
    store.dispatch(setImpersonated(user && impersonationOf(user.name, user.groups)));
  });
  if (user !== undefined) {
    // Later spec files share the process and its console.
    onTestFinished(() => {
      store.dispatch(setImpersonated(undefined));
    });
  }
};
