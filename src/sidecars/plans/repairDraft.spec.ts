import { describe, expect, it } from 'vitest';
import { parseSidecars } from '../annotation/annotation';
import { repairBlocker, shownDraft } from './repairDraft';

describe('shownDraft', () => {
  const edited = { seen: '[{', text: '[{}' };
  it.each([
    { name: 'nothing to repair', own: undefined, annotation: '[]', draft: undefined },
    { name: 'no annotation', own: undefined, annotation: undefined, draft: undefined },
    { name: 'a malformed annotation', own: undefined, annotation: '[{', draft: { seen: '[{', text: '[{' } },
    { name: 'an edit', own: edited, annotation: '[{', draft: edited },
    { name: 'an edit of what somebody else repaired', own: edited, annotation: '[]', draft: edited },
    { name: 'an edit of what somebody else removed', own: edited, annotation: undefined, draft: edited },
    { name: 'an edit taken back', own: { seen: '[{', text: '[{' }, annotation: '[]', draft: undefined },
    {
      name: 'an edit taken back, and another malformed text since',
      own: { seen: '[{', text: '[{' },
      annotation: '{',
      draft: { seen: '{', text: '{' },
    },
  ])('$name', ({ own, annotation, draft }) => {
    expect(shownDraft(own, parseSidecars(annotation))).toEqual(draft);
  });
});

describe('repairBlocker', () => {
  it.each([
    { seen: '[{', text: '[{', blocker: 'malformed' },
    { seen: '[{', text: '', blocker: 'malformed' },
    { seen: '[{', text: '[{}]', blocker: undefined },
    { seen: '[]', text: '[]', blocker: 'unchanged' },
  ])('of $text made from $seen is $blocker', ({ seen, text, blocker }) => {
    expect(repairBlocker({ seen, text }, parseSidecars(text))).toBe(blocker);
  });
});
