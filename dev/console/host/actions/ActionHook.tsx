import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { memo, useEffect } from 'react';

export interface ProvidedActions {
  actions: Action[];
  ready: boolean;
  error: unknown;
}

interface ActionHookProps {
  id: string;
  /** An extension's React hook: `[actions, ready, error]` for the scope. */
  provider: (scope: unknown) => [Action[], boolean, unknown];
  scope: unknown;
  /** Must have a stable identity: a hook may return a new array on every render. */
  report: (id: string, provided: ProvidedActions) => void;
}

const Hook = ({ id, provider: useActions, scope, report }: ActionHookProps): null => {
  const [actions, ready, error] = useActions(scope);
  useEffect(() => {
    report(id, { actions, ready, error });
  }, [id, actions, ready, error, report]);
  return null;
};

/** Calls the hook of one action provider and reports its result. Renders nothing. */
export const ActionHook = memo(Hook);
