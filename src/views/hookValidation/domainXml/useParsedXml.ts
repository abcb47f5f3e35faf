import { useEffect, useMemo, useState } from 'react';
import { parseDomainSteps, type ParsedDomain } from '../../../sidecars/domainXml/parsedDomain';
import type { DomainXml } from '../../../data/domainXml/readDomainXml';
import { finish } from '../../../sidecars/text/steps';
import { takeTurns } from '../../../sidecars/text/takeTurns';

/** Usual domain XML has tens of thousands of characters. */
const LARGE_CHARACTERS = 500_000;
/** Parses within a few milliseconds. */
const AT_ONCE_CHARACTERS = 100_000;

/** Whether scanning the text takes noticeably long. */
export const isLarge = (text: string): boolean => text.length > LARGE_CHARACTERS;

/** Runs something after the next paint, and not while the page is hidden. Returns a function that cancels it. */
const afterPaint = (work: () => () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => {
      stop = work();
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    stop?.();
  };
};

/** React hook: the parsed XML; undefined without XML, and briefly while long XML is being parsed. */
export const useParsedXml = (xml: DomainXml | undefined): ParsedDomain | undefined => {
  const { text } = xml ?? {};
  const isShort = text !== undefined && text.length <= AT_ONCE_CHARACTERS;
  // In the same render, because another render takes longer than parsing.
  const parsed = useMemo(() => (isShort ? finish(parseDomainSteps(text)) : undefined), [isShort, text]);
  const [parsedLater, setParsedLater] = useState<ParsedDomain>();
  useEffect(() => {
    if (isShort || text === undefined) {
      return undefined;
    }
    return afterPaint(() => takeTurns(parseDomainSteps(text), setParsedLater));
  }, [isShort, text]);
  return parsed ?? (parsedLater?.text === text ? parsedLater : undefined);
};
