import type { TFunction } from 'i18next';
import type { ExpectationError, ExpectationResult } from '../../sidecars/domainXml/evaluate';
import type { Expectation } from '../../sidecars/domainXml/expectedResults';
import { spellJson } from '../../sidecars/json/jsonSpelling';
import { visibleValue } from '../../sidecars/text/visibleText';

/** The expectation as a sentence, with invisible characters shown. */
export const expectationText = (t: TFunction, expectation: Expectation): string => {
  switch (expectation.kind) {
    case 'text':
      return t('Contains “{{text}}”', { text: visibleValue(expectation.text) });
    case 'xpathEquals':
      return t('{{xpath}} is “{{value}}”', {
        xpath: visibleValue(expectation.xpath),
        value: visibleValue(expectation.value),
      });
    case 'xpathExists':
      return t('{{xpath}} exists', { xpath: visibleValue(expectation.xpath) });
    case 'unknown':
      return t('Not known to this version of the plugin: {{source}}', {
        source: visibleValue(spellJson(expectation.source, 'compact')),
      });
  }
};

const errorText = (t: TFunction, error: ExpectationError): string => {
  switch (error.code) {
    case 'xmlNotWellFormed':
      return t('Cannot be checked: the XML is not well-formed.');
    case 'badXPath':
      return t('Cannot be checked: this is not a valid XPath. The browser said: {{message}}', {
        message: visibleValue(error.message),
      });
    case 'unknownPrefix':
      return t('Cannot be checked: the XML does not declare the namespace prefix {{prefix}}.', {
        prefix: visibleValue(error.prefix),
      });
    case 'tooExpensive':
      return t('Not judged: too expensive. Evaluating it in this XML would block the page.');
    case 'emptyText':
      return t('Cannot be checked: there is no text to search for.');
    case 'unknownKind':
      return t('Cannot be checked by this version of the plugin. It is not changed.');
  }
};

/** The result as a sentence. */
export const resultText = (t: TFunction, { expectation, pass, actual, error }: ExpectationResult): string => {
  if (error !== undefined) {
    return errorText(t, error);
  }
  if (pass) {
    return t('Holds');
  }
  if (actual !== undefined) {
    return t('Does not hold: found “{{actual}}”', { actual: visibleValue(actual) });
  }
  return expectation.kind === 'text'
    ? t('Does not hold: the text is not in the XML')
    : t('Does not hold: nothing found');
};
