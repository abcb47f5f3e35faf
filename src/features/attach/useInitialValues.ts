import { useEffect, useMemo, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
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
  form: UseFormReturn<AttachValues>,
  edited: AttachValues | undefined,
  kubevirtVersion: string | undefined,
): AttachValues => {
  const initial = useMemo(() => edited ?? newAttachValues(kubevirtVersion), [edited, kubevirtVersion]);
  const before = useRef(initial);
  useEffect(() => {
    for (const field of BY_VERSION) {
      if (form.getValues(field) === before.current[field]) {
        form.setValue(field, initial[field]);
      }
    }
    before.current = initial;
  }, [form, initial]);
  return initial;
};
