import type { ParsedDomain } from '../domainXml/parsedDomain';
import { dmiFile } from './smbiosFiles';

/** What a guest sees of SMBIOS: the content of its DMI files, by their names. */
export type GuestSmbios = ReadonlyMap<string, string>;

export interface SmbiosComparison {
  /** As in the domain XML: `baseBoard`, and `manufacturer`. */
  section: string;
  entry: string;
  expected: string;
  /** Undefined when the guest shows no such value, or only to root. */
  seen: string | undefined;
  pass: boolean;
}

const isSame = (entry: string, expected: string, seen: string): boolean =>
  entry === 'uuid' ? expected.toLowerCase() === seen.toLowerCase() : expected === seen;

/**
 * Holds each SMBIOS entry of a running domain's XML against what the guest sees, in the XML's order, the baseboard
 * first: it is what the guide's example changes. Entries that Linux does not show are left out. Never throws: XML that
 * is not well-formed has none.
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
