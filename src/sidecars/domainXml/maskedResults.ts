import { MASK } from '../report/mask';
import { maskSecrets } from '../report/maskSecrets';
import { evaluateExpectations, type ExpectationResult } from './evaluate';
import type { Expectation } from './expectedResults';
import { leadsToSecret, maskLiterals, maskXPath } from './maskedXPath';
import type { Domain } from './parsedDomain';

/** An expectation and what came of it, as they may be shown to whoever did not ask for secrets. */
export interface MaskedResult {
  expectation: Expectation;
  /** Undefined when there is no XML to hold it against. */
  result: ExpectationResult | undefined;
  /** Whether something was taken out. */
  isMasked: boolean;
}

/** What names itself a secret; else all of it, where only XML with its secrets holds it. */
const maskPart = (part: string, isSecret: boolean, all: string): string => {
  const masked = maskSecrets(part);
  return masked === part && isSecret ? all : masked;
};

/** All literals, where only XML with its secrets tells whether it holds. */
const maskComparison = (xpath: string, isSecret: boolean): string =>
  isSecret ? maskLiterals(xpath) : maskXPath(xpath);

const maskUnknown = (source: unknown): unknown => {
  const text = JSON.stringify(source);
  try {
    return JSON.parse(maskSecrets(text));
  } catch {
    return MASK;
  }
};

const maskExpectation = (expectation: Expectation, isSecret: boolean): Expectation => {
  switch (expectation.kind) {
    case 'text':
      return { ...expectation, text: maskPart(expectation.text, isSecret, MASK) };
    case 'xpathExists':
      return { ...expectation, xpath: maskComparison(expectation.xpath, isSecret) };
    case 'xpathEquals': {
      const { xpath, value } = expectation;
      return {
        ...expectation,
        xpath: maskComparison(xpath, isSecret),
        value: isSecret || leadsToSecret(xpath) ? MASK : maskSecrets(value),
      };
    }
    case 'unknown':
      return { ...expectation, source: maskUnknown(expectation.source) };
  }
};

const maskActual = (
  expectation: Expectation,
  actual: string,
  isSecret: boolean,
  without: ExpectationResult | undefined,
): string => {
  if ('xpath' in expectation && leadsToSecret(expectation.xpath)) {
    return MASK;
  }
  return isSecret ? (without?.actual ?? MASK) : maskSecrets(actual);
};

/** The browser repeats the XPath in what it says of it. */
const maskError = (message: string, expectation: Expectation, masked: Expectation): string =>
  maskSecrets(
    'xpath' in expectation && 'xpath' in masked
      ? message.replaceAll(expectation.xpath, () => masked.xpath)
      : message,
  );

/** @param without the result on the XML without its secrets */
const maskOne = (
  expectation: Expectation,
  result: ExpectationResult | undefined,
  without: ExpectationResult | undefined,
): MaskedResult => {
  const isSecret = result?.pass !== without?.pass || result?.actual !== without?.actual;
  const masked = maskExpectation(expectation, isSecret);
  const { actual, error } = result ?? {};
  const maskedResult = result && {
    ...result,
    expectation: masked,
    ...(actual === undefined ? {} : { actual: maskActual(expectation, actual, isSecret, without) }),
    ...(error?.code === 'badXPath'
      ? { error: { ...error, message: maskError(error.message, expectation, masked) } }
      : {}),
  };
  return {
    expectation: masked,
    result: maskedResult,
    isMasked: JSON.stringify([masked, maskedResult]) !== JSON.stringify([expectation, result]),
  };
};

/**
 * The results without what may be secret, one for each expectation. Secret is what names itself so, as `maskSecrets`
 * knows it, and what only the XML with its secrets holds: a password that is expected, or found instead. Never throws.
 */
export const maskResults = (
  domain: Domain | undefined,
  expectations: readonly Expectation[],
  results: readonly ExpectationResult[] | undefined,
): MaskedResult[] => {
  const without =
    domain === undefined || domain.masked === domain.full
      ? results
      : evaluateExpectations(domain.masked, expectations);
  return expectations.map((expectation, index) => maskOne(expectation, results?.[index], without?.[index]));
};
