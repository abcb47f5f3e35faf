import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseXml } from './wellFormed';

afterEach(() => {
  vi.restoreAllMocks();
});

/** The parser reports its errors as the browser in question does. */
const report = (error: string): void => {
  const document = new DOMParser().parseFromString(error, 'application/xml');
  vi.spyOn(DOMParser.prototype, 'parseFromString').mockReturnValue(document);
};

describe('parseXml', () => {
  it('gives the document', () => {
    const parsed = parseXml('<domain><name>a</name></domain>');
    expect(parsed.kind === 'wellFormed' && parsed.document.documentElement.textContent).toBe('a');
  });

  it.each(['<domain>\n  <a></domain>', '', 'text', '<a/><b/>'])(
    'refuses %j in the words of the parser',
    (xml) => {
      const parsed = parseXml(xml);
      expect(parsed.kind === 'malformed' && parsed.message).toMatch(/./);
    },
  );

  it.each([
    [
      'Chromium',
      '<domain><parsererror xmlns="http://www.w3.org/1999/xhtml"><h3>This page contains the following errors:</h3><div>error on line 2 at column 9: Opening and ending tag mismatch</div><h3>Below is a rendering</h3></parsererror></domain>',
      'error on line 2 at column 9: Opening and ending tag mismatch',
    ],
    [
      'Firefox',
      '<parsererror xmlns="http://www.mozilla.org/newlayout/xml/parsererror.xml">XML Parsing Error: mismatched tag.\nLine Number 2, Column 9:</parsererror>',
      'XML Parsing Error: mismatched tag.\nLine Number 2, Column 9:',
    ],
    ['jsdom', '<parsererror>2:9: unexpected close tag.</parsererror>', '2:9: unexpected close tag.'],
  ])('reads the place from what %s says', (_browser, error, message) => {
    report(error);
    expect(parseXml('')).toEqual({ kind: 'malformed', message, line: 2, column: 9 });
  });

  it('does without a place where none is said', () => {
    report('<parsererror>bad</parsererror>');
    const parsed = parseXml('');
    expect(parsed).toEqual({ kind: 'malformed', message: 'bad', line: undefined, column: undefined });
  });
});
