import { useLayoutEffect, useState } from 'react';
import { domainSteps, type Domain } from '../../../sidecars/domainXml/parsedDomain';
import type { DomainXml } from './readDomainXml';
import { takeTurns } from './takeTurns';

/** React hook: the XML parsed; undefined while there is none, and for moments while a long one is being parsed. */
export const useParsedXml = (xml: DomainXml | undefined): Domain | undefined => {
  const { text, masked } = xml ?? {};
  const [domain, setDomain] = useState<Domain>();
  // Before the browser paints: usual XML is parsed at once, and nobody sees it unparsed.
  useLayoutEffect(
    () =>
      text === undefined || masked === undefined
        ? undefined
        : takeTurns(domainSteps(text, masked), setDomain),
    [text, masked],
  );
  return domain !== undefined && domain.full.text === text ? domain : undefined;
};
