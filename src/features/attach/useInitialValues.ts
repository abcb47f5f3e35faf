import { useEffect, useMemo, useRef, type Dispatch, type SetStateAction } from 'react';
import type { ChosenScript } from './useAttachSidecar';
import { newAttachValues, type AttachValues } from '../../sidecars/plans/attach/attachValues';

/** Fields that depend on the version of KubeVirt, which loads while the form is open. */
const BY_VERSION = ['source', 'version', 'image'] as const;

interface InitialValuesOptions {
  /** The values of the sidecar that is edited; undefined for a new one. */
  edited: AttachValues | undefined;
  /** The script that a new one has at first. */
  script: ChosenScript | undefined;
  kubevirtVersion: string | undefined;
}

/**
 * React hook: the initial values of the form. Values for an old KubeVirt are filled in once its version is known, unless the
 * user has changed them.
 */
export const useInitialValues = (
  setValues: Dispatch<SetStateAction<AttachValues>>,
  { edited, script, kubevirtVersion }: InitialValuesOptions,
): AttachValues => {
  const initial = useMemo(
    () => edited ?? { ...newAttachValues(kubevirtVersion), ...script },
    [edited, script, kubevirtVersion],
  );
  const before = useRef(initial);
  useEffect(() => {
    const last = before.current;
    before.current = initial;
    setValues((current) => ({
      ...current,
      ...Object.fromEntries(
        BY_VERSION.filter((field) => current[field] === last[field]).map((field) => [field, initial[field]]),
      ),
    }));
  }, [setValues, initial]);
  return initial;
};
