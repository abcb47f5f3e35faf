import { useLayoutEffect, useState } from 'react';
import { parseDomainSteps, type ParsedDomain } from '../../../sidecars/domainXml/parsedDomain';
import { takeTurns } from './takeTurns';

/** React hook: the XML parsed; undefined while there is none, and for moments while a long one is being parsed. */
export const useParsedDomain = (text: string | undefined): ParsedDomain | undefined => {
  const [parsed, setParsed] = useState<ParsedDomain>();
  // Before the browser paints: usual XML is parsed at once, and nobody sees it unparsed.
  useLayoutEffect(
    () => (text === undefined ? undefined : takeTurns(parseDomainSteps(text), setParsed)),
    [text],
  );
  return parsed !== undefined && parsed.text === text ? parsed : undefined;
};
