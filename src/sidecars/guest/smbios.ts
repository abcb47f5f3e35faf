import type { ParsedDomain } from '../domainXml/parsedDomain';
import { dmiFile } from './smbiosFiles';

/** The guest's DMI files: content by name. */
export type GuestSmbios = ReadonlyMap<string, string>;

export interface SmbiosComparison {
  /** The names of the domain XML, such as `baseBoard` and `manufacturer`. */
  section: string;
  entry: string;
  expected: string;
  /** Undefined if the guest has no such value, or shows it only to root. */
  seen: string | undefined;
  pass: boolean;
}

const isSame = (entry: string, expected: string, seen: string): boolean =>
  entry === 'uuid' ? expected.toLowerCase() === seen.toLowerCase() : expected === seen;

/**
 * Compares each SMBIOS entry of a running domain's XML with the guest's value, in the XML's order but the baseboard
 * first, because the guide's example changes it. Omits entries that Linux does not show. Never throws: XML that is not
 * well-formed has no entries.
 */
export const compareSmbios = ({ content }: ParsedDomain, guest: GuestSmbios): SmbiosComparison[] => {
  if (content.kind === 'malformed') {
    return [];
  }
  const sections = [...(content.document.querySelector('domain > sysinfo')?.children ?? [])];
  return sections
    .sort((one, other) => Number(other.localName === 'baseBoard') - Number(one.localName === 'baseBoard'))
    .flatMap((section) =>
      [...section.children].flatMap((element): SmbiosComparison[] => {
        const entry = element.getAttribute('name') ?? '';
        const file = dmiFile(section.localName, entry);
        if (file === undefined) {
          return [];
        }
        const expected = element.textContent.trim();
        const seen = guest.get(file);
        const pass = seen !== undefined && isSame(entry, expected, seen);
        return [{ section: section.localName, entry, expected, seen, pass }];
      }),
    );
};
