import { useLayoutEffect, useState } from 'react';
import { domainSteps, type Domain } from '../../../sidecars/domainXml/parsedDomain';
import type { DomainXml } from './readDomainXml';
import { takeTurns } from './takeTurns';

/** Domain XML as it usually is has tens of thousands. */
const LARGE_CHARACTERS = 500_000;

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

/** React hook: the XML parsed; undefined while there is none, and for moments while a large one is being parsed. */
export const useParsedXml = (xml: DomainXml | undefined): Domain | undefined => {
  const { text, masked } = xml ?? {};
  const [domain, setDomain] = useState<Domain>();
  // Before the browser paints: usual XML is parsed at once, and nobody sees it unparsed. Large XML is shown first.
  useLayoutEffect(() => {
    if (text === undefined || masked === undefined) {
      return undefined;
    }
    const parse = (): (() => void) => takeTurns(domainSteps(text, masked), setDomain);
    return isLarge(text) ? afterPaint(parse) : parse();
  }, [text, masked]);
  return domain !== undefined && domain.full.text === text ? domain : undefined;
};
