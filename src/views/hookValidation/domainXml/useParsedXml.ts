import { useEffect, useMemo, useState } from 'react';
import { readDomain, type ParsedDomain } from '../../../sidecars/domainXml/parsedDomain';
import type { DomainXml } from '../../../data/domainXml/readDomainXml';

/** Usual domain XML has tens of thousands of characters. */
const LARGE_CHARACTERS = 500_000;
/** Parses within a few milliseconds. */
const AT_ONCE_CHARACTERS = 100_000;

/** Whether scanning the text takes noticeably long. */
export const isLarge = (text: string): boolean => text.length > LARGE_CHARACTERS;

/** React hook: the parsed XML; undefined without XML, and while long XML is painted and then parsed. */
export const useParsedXml = (xml: DomainXml | undefined): ParsedDomain | undefined => {
  const { text } = xml ?? {};
  const isShort = text !== undefined && text.length <= AT_ONCE_CHARACTERS;
  // In the same render, because another render takes longer than parsing.
  const parsed = useMemo(() => (isShort ? readDomain(text) : undefined), [isShort, text]);
  const [parsedLong, setParsedLong] = useState<ParsedDomain>();
  useEffect(() => {
    if (isShort || text === undefined) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    // After the next paint; a hidden page has none.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        setParsedLong(readDomain(text));
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isShort, text]);
  return parsed ?? (parsedLong?.text === text ? parsedLong : undefined);
};
