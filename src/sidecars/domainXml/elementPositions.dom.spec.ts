import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementPositions } from './elementPositions';

describe('elementPositions', () => {
  it.each([
    ['<a/>', [[1, 1, 1]]],
    [
      '<a>\n  <b>\n  </b>\n</a>',
      [
        [1, 1, 4],
        [2, 3, 3],
      ],
    ],
    ['<?xml version="1.0"?>\n<!DOCTYPE a>\n<!-- <x> -->\n<a><![CDATA[<y>]]></a>', [[4, 1, 4]]],
    ['<a\n  t=">"\n/>', [[1, 1, 3]]],
    [
      "<a t=\"'/>\"><b u='>'></b></a >",
      [
        [1, 1, 1],
        [1, 12, 1],
      ],
    ],
    [
      '<q:a\n><q:b/></q:a\n>',
      [
        [1, 1, 3],
        [2, 2, 2],
      ],
    ],
    ['no markup', []],
    ['</a>', []],
  ])('reads %j', (xml, positions) => {
    expect(elementPositions(xml).map(({ line, column, endLine }) => [line, column, endLine])).toEqual(
      positions,
    );
  });

  it.each(['<!--', '<![CDATA[', '<?', '<!', '<a ', '<a b="', "<a b='"])(
    'takes linear time for %j again and again',
    (start) => {
      expect(elementPositions(start.repeat(1024 * 1024))).toEqual([]);
    },
  );

  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('text > "', '\n', '<!-- <c> \n -->', '<![CDATA[<d>]]>', "<e f='\"/>'/>"),
      fc.array(tie('node'), { maxLength: 3 }).map((nodes) => `<g a="'>\n">${nodes.join('')}</g>`),
    ),
  })).node;

  it('finds as many elements as the parser, each where a start tag is', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const xml = `<root>${node}</root>`;
        const elements = Array.from(
          new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagName('*'),
        );
        const positions = elementPositions(xml);
        expect(positions).toHaveLength(elements.length);
        const lines = xml.split('\n');
        elements.forEach((element, index) => {
          const { line, column } = positions[index] ?? { line: 0, column: 0 };
          expect(lines[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^<${element.tagName}\\b`));
        });
      }),
    );
  });
});
