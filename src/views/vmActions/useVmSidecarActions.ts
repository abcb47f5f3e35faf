import type { Action } from '@openshift-console/dynamic-plugin-sdk';

const NO_ACTIONS: Action[] = [];

const useVmSidecarActions = (): [Action[], boolean, unknown] => [NO_ACTIONS, true, undefined];

export default useVmSidecarActions;
