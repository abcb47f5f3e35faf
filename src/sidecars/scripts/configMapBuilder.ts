import {
  EXPECTED_RESULTS_ANNOTATION,
  HOOK_POINT_ANNOTATION,
  HOOK_SCRIPT_LABEL,
  HOOK_SCRIPT_LABEL_VALUE,
} from '../annotation/constants';
import type { HookPoint } from '../annotation/hookPoint';
import type { ConfigMap } from '../objects/resources';

export interface NewHookScript {
  name: string;
  namespace: string;
  key: string;
  text: string;
  hookPoint: HookPoint;
  /** As they are stored. */
  expectedResults?: string | undefined;
}

/** The ConfigMap of a new hook script. Its label makes the list show it before any VM uses it. */
export const buildHookConfigMap = ({
  name,
  namespace,
  key,
  text,
  hookPoint,
  expectedResults,
}: NewHookScript): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name,
    namespace,
    labels: { [HOOK_SCRIPT_LABEL]: HOOK_SCRIPT_LABEL_VALUE },
    annotations: {
      [HOOK_POINT_ANNOTATION]: hookPoint,
      ...(expectedResults === undefined ? {} : { [EXPECTED_RESULTS_ANNOTATION]: expectedResults }),
    },
  },
  data: { [key]: text },
});
