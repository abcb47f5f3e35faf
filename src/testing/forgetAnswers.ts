import lodash from 'lodash';

const caches = new Set<Map<unknown, unknown>>();

// The SDK keeps what a user may do for as long as the page is open: by lodash, which lets the cache be replaced. Imported
// before the SDK is.
lodash.memoize.Cache = class extends Map<unknown, unknown> {
  constructor() {
    super();
    caches.add(this);
  }
};

/** Makes the SDK ask the cluster anew what the user may do: it is another cluster, or another user, than before. */
export const forgetAnswers = (): void => {
  for (const cache of caches) {
    cache.clear();
  }
};
