import { decodeBase64 } from '../base64';
import type { LogLine } from './logLines';

/** One definition of the domain, as virt-launcher logs it. */
export interface DefinedDomain {
  line: LogLine;
  xml: string;
}

const DUMP = /Domain XML generated\. Base64 dump\s+([A-Za-z0-9+/=]+)/;

/** What the sidecars returned and libvirt got, by the compute log; a cut or unreadable dump is left out. */
export const definedDomains = (lines: readonly LogLine[]): DefinedDomain[] =>
  lines
    .filter(({ container }) => container === 'compute')
    .flatMap((line) => {
      const base64 = DUMP.exec(line.message)?.[1];
      const xml = base64 === undefined ? undefined : decodeBase64(base64);
      return xml === undefined ? [] : [{ line, xml }];
    });
