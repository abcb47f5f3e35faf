import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../domainSpec/readXml';
import { renderXml } from '../../domainSpec/renderXml';
import type { XmlElement } from '../../domainSpec/xmlElement';
import { domainDiff, isSame } from './domainDiff';

const name = fc.constantFrom('disk', 'target', 'alias', 'entry', 'a', 'qemu:arg', '__proto__');
const value = fc.oneof(
  fc.constantFrom('', 'x', 'vda', '<&">\''),
  fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
);
const treeOf = (depth: number): fc.Arbitrary<XmlElement> =>
  fc
    .record({
      name,
      attributes: fc.dictionary(fc.constantFrom('name', 'dev', 'type', 'value'), value),
      children: depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 4 }),
      text: value,
    })
    .map((element) => ({
      ...element,
      attributes: new Map(Object.entries(element.attributes)),
      text: element.children.length > 0 || element.text.trim() === '' ? '' : element.text,
    }));
const tree = treeOf(3);
const root = tree.map((element): XmlElement => ({ ...element, name: 'domain' }));

/** The same with other quotes, order, blanks and empty elements. */
const respelled = ({ name: tag, attributes, children, text }: XmlElement): string => {
  const escape = (raw: string): string =>
    raw.replace(/[&<>']/g, (found) => `&#${String(found.charCodeAt(0))};`);
  const written = [...attributes].reverse().map(([key, one]) => `\n ${key} = '${escape(one)}'`);
  return children.length === 0 && text === ''
    ? `<${tag}${written.join('')} />`
    : `<${tag}${written.join('')}>${escape(text)}${children.map((child) => ` ${respelled(child)}<!---->\n`).join('')}</${tag}>`;
};

const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)];

describe('the difference of any two documents', () => {
  it('another spelling is no difference', () => {
    fc.assert(
      fc.property(root, (element) => {
        const difference = domainDiff(renderXml(element), respelled(element));
        expect(difference.by).toBe('meaning');
        expect(difference.changes).toEqual([]);
        expect(isSame(difference)).toBe(true);
      }),
    );
  });

  it('each edit is found, shown, and has all lines of both on its side', () => {
    fc.assert(
      fc.property(
        root,
        fc.nat(),
        tree,
        fc.constantFrom('add', 'attribute', 'text'),
        (element, at, added, edit) => {
          const chosen = all(element)[at % all(element).length];
          const edited = (one: XmlElement): XmlElement => {
            if (one !== chosen) {
              return { ...one, children: one.children.map(edited) };
            }
            switch (edit) {
              case 'add':
                return { ...one, children: [...one.children, added], text: '' };
              case 'attribute':
                return { ...one, attributes: new Map([...one.attributes, ['new', 'x']]) };
              default:
                return { ...one, children: [], text: `${one.text}more` };
            }
          };
          const difference = domainDiff(renderXml(element), renderXml(edited(element)));
          expect(difference.by).toBe('meaning');
          expect(difference.changes.length).toBeGreaterThan(0);
          expect(isSame(difference)).toBe(false);
          expect(difference.rows.filter(({ kind, isShown }) => kind !== 'same' && !isShown)).toEqual([]);
          const side = (which: 'before' | 'after'): string =>
            difference.rows.map((row) => row[which] ?? '').join('\n');
          expect(domainDiff(side('before'), renderXml(element)).changes).toEqual([]);
          expect(domainDiff(side('after'), renderXml(edited(element))).changes).toEqual([]);
        },
      ),
    );
  });

  it('nothing is thrown for any texts', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('<', '>', '/', 'a', '"', '=', '<a>', '</a>', '&', '<!--', ' '), {
          maxLength: 30,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        expect(isSame(domainDiff(before, before))).toBe(true);
        domainDiff(before, after);
      }),
    );
    const deep = `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`;
    expect(readXml(deep)).toMatchObject({ kind: 'read', refusal: 'tooDeep' });
    expect(domainDiff(deep, '<a/>').by).toBe('lines');
  });
});
