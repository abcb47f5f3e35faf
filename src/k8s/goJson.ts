const ESCAPED = /[<>&\u2028\u2029]/g;

/**
 * The same JSON with its texts spelt as Go spells them. In a JSON patch the API server compares the value of a `test`
 * with what it has letter by letter, as each is spelt: with a `<` that stands there as such no test ever holds.
 * https://github.com/kubernetes/apiserver/issues/100
 */
export const goJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    ESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
