import type { ParsedSidecars } from '../annotation/annotation';

/** The text that the user repairs, and the annotation from which it was made. */
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
 * The draft to show: the user's own while it differs from its base, whatever happens to the annotation; otherwise the
 * annotation, if it cannot be read. Undefined if there is nothing to repair.
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
