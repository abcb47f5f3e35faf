import type { TFunction } from 'i18next';
import { translateMarked } from '../../i18n';
import type { Check, Finding } from '../../sidecars/checks/check';
import { CHECKS } from '../../sidecars/checks/runChecks';
import type { Params, Texts } from '../../sidecars/findings/finding';
import { SCRIPT_FINDINGS } from '../../sidecars/findings/script';
import { visibleParams } from '../../sidecars/text/visibleText';

/** A finding in the user's language: what is the case, why that matters, and what to do. */
export type FindingText = Record<keyof Texts, string>;

export const translateTexts = (
  t: TFunction,
  { what, why, cure, sentences = {} }: Texts & Pick<Check, 'sentences'>,
  given: Params,
): FindingText => {
  const params = visibleParams(given);
  for (const [name, choose] of Object.entries(sentences)) {
    params[name] = translateMarked(t, choose(given) ?? '');
  }
  const say = (text: Texts['what']): string =>
    translateMarked(t, typeof text === 'string' ? text : text(given), params);
  return { what: say(what), why: say(why), cure: say(cure) };
};

const ENTRIES = { ...CHECKS, ...SCRIPT_FINDINGS };

export const findingText = (t: TFunction, { id, params }: Pick<Finding, 'id' | 'params'>): FindingText =>
  translateTexts(t, ENTRIES[id], params);
