import type { XmlElement } from '../../domainSpec/xmlElement';
import { canonicalLines, meantText } from './canonicalLines';
import type { DiffRow } from './diffRows';
import type { Change, ElementNames } from './domainDiff';
import { Fingerprints } from './fingerprints';
import { labelOf } from './identity';
import { matchChildren, type ChildPair } from './matchChildren';

interface Place {
  path: string;
  names: ElementNames;
  depth: number;
  /** The element that has the place. */
  element: XmlElement | undefined;
}

type Where = Pick<Change, 'path' | 'names' | 'element' | 'parent'>;

/** Compares two trees, and writes both as lines next to each other. */
export class DomainComparison {
  private readonly fingerprints = new Fingerprints();
  private readonly changes: Change[] = [];
  private readonly rows: DiffRow[] = [];

  compare(before: XmlElement, after: XmlElement): { changes: Change[]; rows: DiffRow[] } {
    const place = { path: '', names: [], depth: 0, element: undefined };
    if (before.name === after.name) {
      this.pair({ before, after, isMoved: false }, place);
    } else {
      this.pair({ before, after: undefined, isMoved: false }, place);
      this.pair({ before: undefined, after, isMoved: false }, place);
    }
    return { changes: this.changes, rows: this.rows };
  }

  private pair({ before, after, isMoved }: ChildPair, parent: Place, number?: number): void {
    const element = after ?? before;
    if (element === undefined) {
      return;
    }
    const label = labelOf(element, number !== undefined) ?? number;
    const where = {
      path: `${parent.path}/${element.name}${label === undefined ? '' : `[${String(label)}]`}`,
      names: [...parent.names, element.name],
      element,
      parent: parent.element,
    };
    if (before === undefined || after === undefined) {
      const kind = before === undefined ? 'added' : 'removed';
      this.changes.push({ kind, ...where });
      this.oneSided(element, kind, parent.depth);
      return;
    }
    if (isMoved) {
      this.changes.push({ kind: 'moved', ...where });
    }
    this.bothSided(before, after, where, parent.depth, isMoved);
  }

  private bothSided(
    before: XmlElement,
    after: XmlElement,
    where: Where,
    depth: number,
    isMoved: boolean,
  ): void {
    const firstRow = this.rows.length;
    const firstChange = this.changes.length;
    this.attributes(before, after, where);
    const [oneText, otherText] = [meantText(before), meantText(after)];
    if (oneText !== otherText) {
      this.changes.push({ kind: 'text', ...where, before: oneText, after: otherText });
    }
    const isOwn = this.changes.length > firstChange;
    const [one, other] = [canonicalLines(before, depth), canonicalLines(after, depth)];
    const open = isOwn ? 'changed' : isMoved ? 'moved' : 'same';
    this.rows.push({ kind: open, before: one.open, after: other.open, isShown: false });
    const inner = { ...where, depth: depth + 1 };
    this.children(before, after, inner);
    if (one.close !== undefined || other.close !== undefined) {
      this.rows.push({ kind: 'same', before: one.close, after: other.close, isShown: false });
    }
    if (isMoved || this.changes.length > firstChange) {
      for (const index of [firstRow, this.rows.length - 1]) {
        const row = this.rows[index];
        if (row !== undefined) {
          row.isShown = true;
        }
      }
    }
  }

  private attributes(before: XmlElement, after: XmlElement, where: Where): void {
    for (const attribute of new Set([...before.attributes.keys(), ...after.attributes.keys()])) {
      const [one, other] = [before.attributes.get(attribute), after.attributes.get(attribute)];
      if (one !== other) {
        this.changes.push({ kind: 'attribute', ...where, attribute, before: one, after: other });
      }
    }
  }

  private children(before: XmlElement, after: XmlElement, inner: Place): void {
    const pairs = matchChildren(before.children, after.children, this.fingerprints);
    const counts = new Map<string, number>();
    const ofName = new Map<string, number>();
    for (const { name } of pairs.flatMap(({ before: one, after: other }) => other ?? one ?? [])) {
      ofName.set(name, (ofName.get(name) ?? 0) + 1);
    }
    for (const pair of pairs) {
      const name = (pair.after ?? pair.before)?.name ?? '';
      const number = (counts.get(name) ?? 0) + 1;
      counts.set(name, number);
      this.pair(pair, inner, (ofName.get(name) ?? 0) > 1 ? number : undefined);
    }
  }

  private oneSided(element: XmlElement, kind: 'added' | 'removed', depth: number): void {
    const push = (line: string): void => {
      this.rows.push({
        kind,
        before: kind === 'removed' ? line : undefined,
        after: kind === 'added' ? line : undefined,
        isShown: true,
      });
    };
    const { open, close } = canonicalLines(element, depth);
    push(open);
    element.children.forEach((child) => {
      this.oneSided(child, kind, depth + 1);
    });
    if (close !== undefined) {
      push(close);
    }
  }
}
