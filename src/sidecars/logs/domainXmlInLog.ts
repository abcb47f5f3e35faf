import { decodeBase64 } from '../text/base64';

/** The message of virt-launcher when it defines a domain, after the hooks: the XML in base64. */
const DUMP = /Domain XML generated\. Base64 dump\s+([A-Za-z0-9+/=]+)/;

/** Quick check of a line before it is parsed, because there are many lines and these are long. */
export const maybeDomainXml = (line: string): boolean => line.includes('Domain XML generated.');

/** The domain XML in a message of the compute container; undefined if there is none or it is damaged. */
export const domainXmlInLog = (message: string): string | undefined => {
  const encoded = DUMP.exec(message)?.[1];
  // Log rotation cuts lines.
  return encoded === undefined ? undefined : decodeBase64(encoded);
};
