import type { ParsedSidecars } from '../../../sidecars/annotation/annotation';

/** A text that the user repairs, and the annotation that it was made from. */
export interface RepairDraft {
  seen: string;
  text: string;
}

export type RepairBlocker = 'unchanged' | 'malformed' | undefined;

/** Why the draft cannot be saved. */
export const repairBlocker = (draft: RepairDraft, parsed: ParsedSidecars): RepairBlocker => {
  if (parsed.kind === 'malformed') {
    return 'malformed';
  }
  return draft.text === draft.seen ? 'unchanged' : undefined;
};

/**
 * The draft to show: the user's own as long as it differs from what it was made from, whatever happens to the
 * annotation; else the annotation where it cannot be read. Undefined when there is nothing to repair.
 */
export const shownDraft = (
  own: RepairDraft | undefined,
  annotation: ParsedSidecars,
): RepairDraft | undefined => {
  if (own !== undefined && own.text !== own.seen) {
    return own;
  }
  return annotation.kind === 'malformed' ? { seen: annotation.text, text: annotation.text } : undefined;
};
