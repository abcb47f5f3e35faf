import { useEffect, useMemo, useState } from 'react';
import { domainSteps, type Domain } from '../../../sidecars/domainXml/parsedDomain';
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
export const useParsedXml = (xml: DomainXml | undefined): Domain | undefined => {
  const { text, masked } = xml ?? {};
  const isShort = text !== undefined && text.length <= AT_ONCE_CHARACTERS;
  // In the render that shows it: another one for what the XML says takes longer than parsing.
  const parsed = useMemo(
    () => (isShort && masked !== undefined ? finish(domainSteps(text, masked)) : undefined),
    [isShort, text, masked],
  );
  const [parsedLater, setParsedLater] = useState<Domain>();
  useEffect(() => {
    if (isShort || text === undefined || masked === undefined) {
      return undefined;
    }
    return afterPaint(() => takeTurns(domainSteps(text, masked), setParsedLater));
  }, [isShort, text, masked]);
  return parsed ?? (parsedLater?.full.text === text ? parsedLater : undefined);
};
