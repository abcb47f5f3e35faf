const ESCAPED = /[<>&\u2028\u2029]/g;

/**
 * JSON with strings encoded as Go does. In a JSON patch the API server compares the encoded value of a `test` with its own
 * encoding, so a test with a literal `<` always fails. https://github.com/kubernetes/apiserver/issues/100
 */
export const goJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    ESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
