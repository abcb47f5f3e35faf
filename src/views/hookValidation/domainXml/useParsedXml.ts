import { useEffect, useMemo, useState } from 'react';
import { parseDomainSteps, type ParsedDomain } from '../../../sidecars/domainXml/parsedDomain';
import type { DomainXml } from '../../../data/domainXml/readDomainXml';
import { finish } from '../../../sidecars/text/steps';
import { takeTurns } from '../../../sidecars/text/takeTurns';

/** Domain XML as it usually is has tens of thousands. */
const LARGE_CHARACTERS = 500_000;
/** What takes a few milliseconds. */
const AT_ONCE_CHARACTERS = 100_000;

/** Whether going through a text takes so long that it is seen. */
export const isLarge = (text: string): boolean => text.length > LARGE_CHARACTERS;

/** Does something when the browser has painted what is there now, and not while the page is hidden. Returns how to stop it. */
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

/** React hook: the XML parsed; undefined while there is none, and for moments while a longer one is being parsed. */
export const useParsedXml = (xml: DomainXml | undefined): ParsedDomain | undefined => {
  const { text } = xml ?? {};
  const isShort = text !== undefined && text.length <= AT_ONCE_CHARACTERS;
  // In the render that shows it: another one for what the XML says takes longer than parsing.
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
