import { evaluateExpectations, type Budget, type ExpectationResult } from './evaluate';
import type { ParsedDomain } from './parsedDomain';
import { parseExpectedResults, type ExpectedResults } from './expectedResults';
import { EXPECTED_RESULTS_ANNOTATION } from '../annotation/constants';
import type { ConfigMap } from '../objects/resources';
import type { Verification } from '../state/state';
import type { AttachedScript } from './attachedScripts';

/** What a script promises and what came of it. */
export interface ScriptVerification {
  script: AttachedScript;
  /** Undefined when the ConfigMap is not there. */
  configMap: ConfigMap | undefined;
  expected: ExpectedResults;
  /** One for each expectation; undefined when there is no XML to hold them against. */
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
 * What the results say together. One that fails is a mismatch; one that cannot be judged (a broken XPath, a kind that
 * this version does not know) keeps the rest from being verified. Scripts that the instance was not started with
 * promise nothing of its XML.
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
