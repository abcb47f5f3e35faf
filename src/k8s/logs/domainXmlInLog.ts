import { decodeBase64 } from '../../sidecars/base64';
import type { LogLine } from './logLine';

/** What virt-launcher logs each time it hands a domain to libvirt, after the hooks: the XML in base64. */
const DUMP = /Domain XML generated\. Base64 dump ([A-Za-z0-9+/=]+)/;

export interface LoggedDomainXml {
  xml: string;
  /** When it was logged, as the API server says it. */
  time: string | undefined;
}

/** Words by which a line can be told apart before it is parsed: such lines are long, the others are many. */
export const maybeDomainXml = (line: string): boolean => line.includes('Domain XML generated.');

/** The domain XML in a line of the compute container's log; undefined where there is none, or it is damaged. */
export const domainXmlInLog = ({ message, time }: LogLine): LoggedDomainXml | undefined => {
  const encoded = DUMP.exec(message)?.[1];
  // It may be damaged: log rotation cuts lines.
  const xml = encoded === undefined ? undefined : decodeBase64(encoded);
  return xml === undefined ? undefined : { xml, time };
};
