/** Where an element stands in the text; lines and columns count from 1. */
export interface ElementPosition {
  line: number;
  column: number;
  /** The line its end tag ends on, or its own tag when it is empty. */
  endLine: number;
}

/** A part of the text that is XML by itself between `before`, the start tags around it, and `after`, the end tags. */
export interface MarkupPiece {
  text: string;
  before: string;
  after: string;
  /** How many elements `before` opens. */
  depth: number;
}

export interface Markup {
  /** Of all elements, in document order. */
  positions: ElementPosition[];
  /** Which of them declare prefixes. */
  declaring: number[];
  /** The only one of a text that is not long. */
  last: MarkupPiece;
}

/**
 * Comments, CDATA sections, processing instructions, a document type, and tags, whose attribute values may contain
 * `>`. What is left between them is text. What does not end goes to the end of the text, and no tag beyond the next
 * `<`: whatever the text, it is read in linear time.
 */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![^>]*(?:>|$)|<(\/?)[^\s/<>!?](?:[^<>"']|"[^<"]*"|'[^<']*')*>/g;

/** Parsing so many characters takes a browser about ten milliseconds. */
const PIECE_CHARACTERS = 128 * 1024;
const TAGS_A_STEP = 512;

interface OpenElement {
  tag: string;
  position: ElementPosition;
}

const endTag = (tag: string): string => `</${/^<([^\s/>]+)/.exec(tag)?.[1] ?? ''}>`;

/**
 * Reads a text as far as its tags go, in small steps: where elements stand, as neither browsers' DOM nor XPath says, and
 * where the text may be cut so that each piece can be parsed by itself. Pieces are cut inside the outermost element, each
 * behind a tag; joined they are the text.
 */
export function* readMarkup(
  xml: string,
  pieceCharacters = PIECE_CHARACTERS,
): Generator<MarkupPiece | undefined, Markup> {
  const positions: ElementPosition[] = [];
  const declaring: number[] = [];
  const open: OpenElement[] = [];
  let line = 1;
  let lineStart = 0;
  let lineEnd = xml.indexOf('\n');
  const advanceTo = (offset: number): void => {
    while (lineEnd >= 0 && lineEnd < offset) {
      line += 1;
      lineStart = lineEnd + 1;
      lineEnd = xml.indexOf('\n', lineStart);
    }
  };
  let pieceStart = 0;
  let around = { before: '', depth: 0 };
  const cut = (end: number): MarkupPiece => {
    const piece = {
      ...around,
      text: xml.slice(pieceStart, end),
      after: open
        .map(({ tag }) => endTag(tag))
        .reverse()
        .join(''),
    };
    pieceStart = end;
    around = { before: open.map(({ tag }) => tag).join(''), depth: open.length };
    return piece;
  };

  let tags = 0;
  for (const match of xml.matchAll(MARKUP)) {
    const [tag, slash] = match;
    const end = match.index + tag.length;
    advanceTo(match.index);
    const position = { line, column: match.index - lineStart + 1, endLine: line };
    advanceTo(end);
    if (slash === '/') {
      const element = open.pop();
      if (element !== undefined) {
        element.position.endLine = line;
      }
    } else if (slash === '') {
      position.endLine = line;
      if (tag.includes('xmlns:')) {
        declaring.push(positions.length);
      }
      positions.push(position);
      if (!tag.endsWith('/>')) {
        open.push({ tag, position });
      }
    }
    tags += 1;
    if (slash !== undefined && open.length > 0 && end - pieceStart >= pieceCharacters) {
      yield cut(end);
    } else if (tags % TAGS_A_STEP === 0) {
      yield undefined;
    }
  }
  open.length = 0;
  return { positions, declaring, last: cut(xml.length) };
}
