/** So long after it was asked nobody takes an answer for fresh, nor for one to this user: another may have been impersonated. */
const KEPT_MS = 2_000;

export interface Ahead<T> {
  answer: Promise<T>;
  /** The answer, once it is there. */
  now: T | undefined;
}

interface AskedAhead<T> {
  /** Asks, unless that was just done. */
  ask: (key: string, question: () => Promise<T>) => Ahead<T>;
  find: (key: string) => Ahead<T> | undefined;
}

/** What was asked for a page that is about to be opened, kept until it is, or two seconds. */
export const askedAhead = <T>(): AskedAhead<T> => {
  const asked = new Map<string, Ahead<T>>();
  return {
    ask: (key, question) => {
      const known = asked.get(key);
      if (known !== undefined) {
        return known;
      }
      const forget = (): void => {
        asked.delete(key);
      };
      const ahead: Ahead<T> = { answer: question(), now: undefined };
      asked.set(key, ahead);
      // Who needs it asks again what could not be answered, and tells why.
      ahead.answer.then((answer) => {
        ahead.now = answer;
      }, forget);
      setTimeout(forget, KEPT_MS);
      return ahead;
    },
    find: (key) => asked.get(key),
  };
};
