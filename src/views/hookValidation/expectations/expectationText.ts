import type { TFunction } from 'i18next';
import type { ExpectationError, ExpectationResult } from '../../../sidecars/domainXml/evaluate';
import type { Expectation } from '../../../sidecars/domainXml/expectedResults';

/** What must hold, as a sentence. */
export const expectationText = (t: TFunction, expectation: Expectation): string => {
  switch (expectation.kind) {
    case 'text':
      return t('Contains “{{text}}”', { text: expectation.text });
    case 'xpathEquals':
      return t('{{xpath}} is “{{value}}”', { xpath: expectation.xpath, value: expectation.value });
    case 'xpathExists':
      return t('{{xpath}} exists', { xpath: expectation.xpath });
    case 'unknown':
      return t('Not known to this version: {{source}}', { source: JSON.stringify(expectation.source) });
  }
};

const errorText = (t: TFunction, error: ExpectationError): string => {
  switch (error.code) {
    case 'xmlNotWellFormed':
      return t('Cannot be judged: the XML is not well-formed.');
    case 'badXPath':
      return t('Cannot be judged: this is no valid XPath. The browser said: {{message}}', {
        message: error.message,
      });
    case 'unknownPrefix':
      return t('Cannot be judged: the XML declares no namespace prefix {{prefix}}.', {
        prefix: error.prefix,
      });
    case 'emptyText':
      return t('Cannot be judged: there is no text to look for.');
    case 'unknownKind':
      return t('Cannot be judged by this version of the plugin; it is kept as it is.');
  }
};

/** What came of it. */
export const resultText = (t: TFunction, { expectation, pass, actual, error }: ExpectationResult): string => {
  if (error !== undefined) {
    return errorText(t, error);
  }
  if (pass) {
    return t('Holds');
  }
  if (actual !== undefined) {
    return t('Does not hold: found “{{actual}}”', { actual });
  }
  return expectation.kind === 'text'
    ? t('Does not hold: the text is not in the XML')
    : t('Does not hold: nothing found');
};
