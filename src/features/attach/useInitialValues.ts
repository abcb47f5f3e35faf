import { useEffect, useMemo, useRef, type Dispatch, type SetStateAction } from 'react';
import { newAttachValues, type AttachValues } from '../../sidecars/plans/attach/attachValues';

/** What depends on the version of KubeVirt, which is read while the form is open already. */
const BY_VERSION = ['source', 'version', 'image'] as const;

/**
 * React hook: what the form begins with. What a new sidecar needs on an old KubeVirt is filled in once its version is
 * known, where nothing else was entered meanwhile.
 *
 * @param edited the values of the sidecar that is edited; undefined for a new one
 */
export const useInitialValues = (
  setValues: Dispatch<SetStateAction<AttachValues>>,
  edited: AttachValues | undefined,
  kubevirtVersion: string | undefined,
): AttachValues => {
  const initial = useMemo(() => edited ?? newAttachValues(kubevirtVersion), [edited, kubevirtVersion]);
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
