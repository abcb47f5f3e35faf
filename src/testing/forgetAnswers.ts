import lodash from 'lodash';

const caches = new Set<Map<unknown, unknown>>();

// The SDK caches a user's rights as long as the page is open, with lodash's memoize, whose cache can be replaced. This must
// be imported before the SDK.
lodash.memoize.Cache = class extends Map<unknown, unknown> {
  constructor() {
    super();
    caches.add(this);
  }
};

/** Clears the SDK's cache of the user's rights, for another cluster or another user. */
export const forgetAnswers = (): void => {
  for (const cache of caches) {
    cache.clear();
  }
};
