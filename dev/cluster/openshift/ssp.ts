import type { Store, StoredObject } from '../contract';
import { changeIfPresent, type Behaviour } from '../kubevirt/behaviour';
import { BASE_NAMESPACE, BASE_TEMPLATES } from './baseTemplates';
import { TEMPLATES } from './templateTypes';

/** Labels and annotations that belong to SSP: those that a base template does not have are removed. */
const OWN_KEY = /^(description|tags|iconClass)$|^openshift\.io\/|^([^/]+\.)?template\.kubevirt\.io\//;

const corrected = (
  found: Record<string, string> = {},
  wanted: Record<string, string> = {},
): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(found).filter(([key]) => !OWN_KEY.test(key) || key in wanted)),
  ...wanted,
});

const restore = (store: Store, base: StoredObject): void => {
  const { metadata, objects, parameters } = base;
  const found = store.get(TEMPLATES, metadata.namespace, metadata.name);
  if (found === undefined) {
    store.create(TEMPLATES, base);
    return;
  }
  changeIfPresent<StoredObject>(store, TEMPLATES, found, (draft) => {
    draft.objects = structuredClone(objects);
    draft.parameters = structuredClone(parameters);
    draft.metadata.labels = corrected(draft.metadata.labels, metadata.labels);
    draft.metadata.annotations = corrected(draft.metadata.annotations, metadata.annotations);
  });
};

/**
 * What the operator SSP does about templates: as long as the namespace `openshift` exists, it has the base templates, and
 * what anybody changes in them is changed back.
 */
export const keepBaseTemplates = ({ store, timers, timing }: Behaviour): (() => void)[] => {
  let isDue = false;
  const enqueue = (namespace: string | undefined): void => {
    if (namespace !== BASE_NAMESPACE || isDue) {
      return;
    }
    isDue = true;
    timers.after(timing.hcoReconcile, () => {
      isDue = false;
      const present = store.get('namespaces', undefined, BASE_NAMESPACE);
      if (present !== undefined && present.metadata.deletionTimestamp === undefined) {
        BASE_TEMPLATES.forEach((base) => {
          restore(store, base);
        });
      }
    });
  };
  return [
    store.subscribe('namespaces', ({ object }) => {
      enqueue(object.metadata.name);
    }),
    store.subscribe(TEMPLATES, ({ object }) => {
      enqueue(object.metadata.namespace);
    }),
  ];
};
