import { evaluateExpectations, type Budget, type ExpectationResult } from './evaluate';
import type { ParsedDomain } from './parsedDomain';
import { parseExpectedResults, type ExpectedResults } from './expectedResults';
import { EXPECTED_RESULTS_ANNOTATION } from '../annotation/constants';
import type { ConfigMap } from '../objects/resources';
import type { Verification } from '../state/state';
import type { AttachedScript } from './attachedScripts';

/** The expected results of a script and how they compare with the XML. */
export interface ScriptVerification {
  script: AttachedScript;
  /** Undefined if the ConfigMap does not exist. */
  configMap: ConfigMap | undefined;
  expected: ExpectedResults;
  /** One for each expectation; undefined without XML. */
  results: ExpectationResult[] | undefined;
}

const expectedResultsOf = (configMap: ConfigMap | undefined): ExpectedResults =>
  parseExpectedResults(configMap?.metadata.annotations?.[EXPECTED_RESULTS_ANNOTATION]);

export const verifyScript = (
  script: AttachedScript,
  configMap: ConfigMap | undefined,
  domain: ParsedDomain | undefined,
  budget: Budget,
): ScriptVerification => {
  const expected = expectedResultsOf(configMap);
  if (expected.kind !== 'parsed') {
    return { script, configMap, expected, results: undefined };
  }
  const results = domain && evaluateExpectations(domain, expected.expectations, budget);
  return { script, configMap, expected, results };
};

/**
 * Combines the results. One that fails is a mismatch. One that cannot be evaluated (an invalid XPath, a kind that this
 * version does not know) prevents `verified`. Scripts that the instance was not started with do not count.
 */
export const summarize = (scripts: readonly ScriptVerification[]): Verification => {
  const results = scripts.flatMap((item) =>
    item.script.presence === 'atNextStart' ? [] : (item.results ?? []),
  );
  if (results.some(({ pass, error }) => !pass && error === undefined)) {
    return 'mismatch';
  }
  const complete = scripts.every(
    ({ script, expected, results: own }) =>
      script.presence === 'atNextStart' || expected.kind === 'absent' || own !== undefined,
  );
  return complete && results.length > 0 && results.every(({ pass }) => pass) ? 'verified' : 'notChecked';
};
