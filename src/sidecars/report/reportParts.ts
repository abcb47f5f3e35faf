export interface ReportPart {
  text: string;
  isMask: boolean;
}

/** Masks, which Markdown has to escape outside of code. */
const MASKS = /((?<![*\\])(?:\*{3}|\\\*\\\*\\\*)(?!\*))/;

/** A report, cut where it has masks, so that they can be marked. */
export const reportParts = (report: string): ReportPart[] =>
  report
    .split(MASKS)
    .map((text, index) => ({ text, isMask: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
