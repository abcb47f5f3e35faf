import { useState } from 'react';
import { isChangedMeanwhile } from '../../apiError';
import { ConfigMapModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import { patchObject } from '../../k8s/write';
import {
  EXPECTED_RESULTS_ANNOTATION,
  EXPECTED_RESULTS_FIELD_MANAGER,
} from '../../sidecars/annotation/constants';
import type { Expectation } from '../../sidecars/domainXml/expectedResults';
import { buildExpectationsPatch } from '../../sidecars/domainXml/expectationsPatch';
import type { ConfigMap } from '../../sidecars/objects/resources';

export const annotationOf = (configMap: ConfigMap): string | undefined =>
  configMap.metadata.annotations?.[EXPECTED_RESULTS_ANNOTATION];

interface SaveExpectations {
  /** The ConfigMap as it was last read. */
  base: ConfigMap;
  /** The base before somebody else's change prevented saving. */
  previous: ConfigMap | undefined;
  /** Why the changed ConfigMap could not be read. */
  unread: unknown;
  save: (expectations: readonly Expectation[]) => Promise<void>;
}

/** React hook: saves expected results to a ConfigMap, and reads it again if somebody else has changed it. */
export const useSaveExpectations = (configMap: ConfigMap): SaveExpectations => {
  const [base, setBase] = useState(configMap);
  const [previous, setPrevious] = useState<ConfigMap>();
  const [unread, setUnread] = useState<unknown>();
  const { name, namespace } = configMap.metadata;

  const readAgain = async (): Promise<void> => {
    try {
      const now = await getObject<ConfigMap>(ConfigMapModel, namespace, name);
      setPrevious(base);
      setBase(now);
      setUnread(undefined);
    } catch (error) {
      setUnread(error);
    }
  };
  const save = async (expectations: readonly Expectation[]): Promise<void> => {
    const { operations } = buildExpectationsPatch(base, annotationOf(base), expectations);
    try {
      // A separate field manager, so that this does not look like a change of the script.
      await patchObject<ConfigMap>(ConfigMapModel, base, operations, {
        fieldManager: EXPECTED_RESULTS_FIELD_MANAGER,
      });
    } catch (error) {
      if (isChangedMeanwhile(error)) {
        await readAgain();
      }
      throw error;
    }
  };
  return { base, previous, unread, save };
};
