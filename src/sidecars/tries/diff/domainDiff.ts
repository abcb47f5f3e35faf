import { readXml } from '../../domainSpec/readXml';
import type { XmlElement } from '../../domainSpec/xmlElement';
import { DomainComparison } from './domainComparison';
import { diffLines, type DiffRow } from './diffRows';

/** Where a change is: `domain`, `devices`, `disk`. */
export type ElementNames = readonly string[];

export type Change = {
  /** `/domain/devices/disk[target dev="vda"]` */
  path: string;
  names: ElementNames;
  /** As it is now, or as it was if it is removed. */
  element: XmlElement;
  parent: XmlElement | undefined;
} & (
  | { kind: 'added' | 'removed' | 'moved' }
  | { kind: 'attribute'; attribute: string; before: string | undefined; after: string | undefined }
  | { kind: 'text'; before: string; after: string }
);

export interface DomainDiff {
  /** `lines`: one of the two texts cannot be read, so that only their lines are compared and `changes` is empty. */
  by: 'meaning' | 'lines';
  changes: readonly Change[];
  rows: readonly DiffRow[];
}

export const isSame = ({ rows }: DomainDiff): boolean => rows.every(({ kind }) => kind === 'same');

export const linesDiff = (before: string, after: string): DomainDiff => ({
  by: 'lines',
  changes: [],
  rows: diffLines(before, after),
});

/**
 * What changed in domain XML. Quotes, the order of attributes and of elements of different names, prefixes, comments and
 * blank text do not count. Never throws.
 */
export const domainDiff = (before: string, after: string): DomainDiff => {
  const read = [readXml(before), readXml(after)] as const;
  const [one, other] = read;
  if (
    one.kind !== 'read' ||
    other.kind !== 'read' ||
    read.some((xml) => xml.kind === 'read' && xml.refusal === 'tooDeep')
  ) {
    return linesDiff(before, after);
  }
  const { changes, rows } = new DomainComparison().compare(one.root, other.root);
  return { by: 'meaning', changes, rows };
};
