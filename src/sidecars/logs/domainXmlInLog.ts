import { decodeBase64 } from '../text/base64';

/** What virt-launcher logs each time it hands a domain to libvirt, after the hooks: the XML in base64. */
const DUMP = /Domain XML generated\. Base64 dump\s+([A-Za-z0-9+/=]+)/;

/** Words by which a line can be told apart before it is parsed: such lines are long, the others are many. */
export const maybeDomainXml = (line: string): boolean => line.includes('Domain XML generated.');

/** The domain XML in a message of the compute container; undefined where there is none, or it is damaged. */
export const domainXmlInLog = (message: string): string | undefined => {
  const encoded = DUMP.exec(message)?.[1];
  // It may be damaged: log rotation cuts lines.
  return encoded === undefined ? undefined : decodeBase64(encoded);
};
