import { domainXmlInLog } from '../logs/domainXmlInLog';
import type { LogLine } from './logLines';

/** One definition of the domain, as virt-launcher logs it. */
export interface DefinedDomain {
  line: LogLine;
  xml: string;
}

/** What the sidecars returned and libvirt got, by the compute log; a cut or unreadable dump is left out. */
export const definedDomains = (lines: readonly LogLine[]): DefinedDomain[] =>
  lines
    .filter(({ container }) => container === 'compute')
    .flatMap((line) => {
      const xml = domainXmlInLog(line.message);
      return xml === undefined ? [] : [{ line, xml }];
    });
