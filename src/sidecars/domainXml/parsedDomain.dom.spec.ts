import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../text/steps';
import { parseDomainSteps, readDomain, type ParsedDomain } from './parsedDomain';
import { parseXml, type XmlTools } from './wellFormed';

const inPieces = (xml: string, pieceCharacters: number, tools?: XmlTools): ParsedDomain =>
  finish(parseDomainSteps(xml, tools, pieceCharacters));

const documentOf = ({ content }: ParsedDomain): Document => {
  if (content.kind === 'malformed') {
    throw new Error(content.message);
  }
  return content.document;
};

const tree = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('text > &lt;', '\n', '<!-- <c> \n -->', '<![CDATA[<d>]]>', '<?p <q> ?>', "<e f='\"/>'/>"),
    fc
      .tuple(
        fc.constantFrom(
          '<g a="\'>\n">|</g>',
          "<p:h xmlns:p='urn:p'>|</p:h >",
          '<i xmlns="urn:i">|</i>',
          '<j>|</j>',
        ),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([tags, nodes]) => tags.replace('|', () => nodes.join(''))),
  ),
})).node;

describe('parseDomainSteps', () => {
  it('makes the same document of pieces as of the whole', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), fc.nat(40), (nodes, size) => {
        const xml = `<?xml version="1.0"?>\n<!-- a --><root>${nodes.join('')}</root>\n<!-- b --><?c d?>\n`;
        const whole = new DOMParser().parseFromString(xml, 'application/xml');
        expect(documentOf(inPieces(xml, size)).isEqualNode(whole)).toBe(true);
      }),
    );
  });

  it('finds the same errors in pieces as in the whole, at the same place', () => {
    fc.assert(
      fc.property(
        fc.array(tree, { maxLength: 4 }),
        fc.nat(40),
        fc.nat(),
        fc.constantFrom(
          '',
          '<',
          '>',
          '&',
          '"',
          '</',
          '</j>',
          '<j>',
          '<z:y/>',
          '<!DOCTYPE a>',
          '<?xml?>',
          ']]>',
        ),
        (nodes, size, at, fault) => {
          const sound = `<root>\n${nodes.join('')}</root>`;
          const offset = at % (sound.length + 1);
          const xml = `${sound.slice(0, offset)}${fault}${sound.slice(offset + (fault === '' ? 1 : 0))}`;
          const whole = parseXml(xml);
          const { content } = inPieces(xml, size);
          if (whole.kind === 'malformed') {
            expect(content).toEqual(whole);
          } else {
            expect(content.kind === 'wellFormed' && content.document.isEqualNode(whole.document)).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('knows where each element stands, whatever pieces it came in', () => {
    const xml = '<a>\n<b xmlns:q="urn:q">\n<q:c/></b>\n<d>\n</d></a>';
    for (let size = 0; size < xml.length; size += 1) {
      const { content } = inPieces(xml, size);
      const lines =
        content.kind === 'wellFormed'
          ? [...content.positions].map(([{ tagName }, { line, endLine }]) => [tagName, line, endLine])
          : [];
      expect(lines).toEqual([
        ['a', 1, 5],
        ['b', 2, 3],
        ['q:c', 3, 3],
        ['d', 4, 5],
      ]);
      expect(content.kind === 'wellFormed' && content.namespaces.get('q')).toBe('urn:q');
    }
  });

  it('takes the whole where the parser does not take a piece of it', () => {
    const xml = '<a><b/><c/><d/></a>';
    const tools: XmlTools = {
      DOMParser: class extends DOMParser {
        override parseFromString(text: string, type: DOMParserSupportedType): Document {
          return super.parseFromString(text.includes('<d/>') && text !== xml ? '<' : text, type);
        }
      },
    };
    const { content } = inPieces(xml, 1, tools);
    expect(content.kind === 'wellFormed' && content.document.documentElement.outerHTML).toBe(xml);
    expect(content.kind === 'wellFormed' && content.positions.size).toBe(4);
  });

  it('reads long texts in many steps', () => {
    const xml = `<a>${'<b>text</b>'.repeat(2_000)}</a>`;
    const steps = parseDomainSteps(xml, globalThis, 1_000);
    let count = 0;
    while (steps.next().done !== true) {
      count += 1;
    }
    expect(count).toBeGreaterThan(xml.length / 1_100);
    expect(documentOf(readDomain(xml)).documentElement.childElementCount).toBe(2_000);
  });
});
