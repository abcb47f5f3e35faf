import type { ObjectMeta } from '../../../../src/sidecars/objects/resources';

const ANNOTATIONS = {
  'kubevirt.io/latest-observed-api-version': 'v1',
  'kubevirt.io/storage-observed-api-version': 'v1',
};

/** Writes down, as KubeVirt's controllers do, which version of the API they saw an object in. */
export const observeVersion = (draft: { metadata: ObjectMeta }): void => {
  draft.metadata.annotations = { ...draft.metadata.annotations, ...ANNOTATIONS };
};

/** An object's annotations without those of `observeVersion`. */
export const withoutObservedVersion = (object: { metadata: ObjectMeta }): Record<string, string> =>
  Object.fromEntries(
    Object.entries(object.metadata.annotations ?? {}).filter(([name]) => !(name in ANNOTATIONS)),
  );
