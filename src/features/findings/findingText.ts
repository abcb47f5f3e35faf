import type { TFunction } from 'i18next';
import type { Finding, FindingId } from '../../sidecars/checks/check';
import { visibleParams } from '../../sidecars/text/visibleText';
import { annotationFindingTexts } from './annotationFindingTexts';
import { clusterFindingTexts } from './clusterFindingTexts';
import { scriptFindingTexts } from './scriptFindingTexts';
import { sourceFindingTexts } from './sourceFindingTexts';

/** A finding in the user's language: what is the case, why that matters, and what to do. */
export interface FindingText {
  what: string;
  why: string;
  cure: string;
}

export type FindingTexts<Id extends FindingId> = Record<
  Id,
  (t: TFunction, params: Finding['params']) => FindingText
>;

const TEXTS: FindingTexts<FindingId> = {
  ...sourceFindingTexts,
  ...annotationFindingTexts,
  ...clusterFindingTexts,
  ...scriptFindingTexts,
};

export const findingText = (t: TFunction, { id, params }: Pick<Finding, 'id' | 'params'>): FindingText =>
  TEXTS[id](t, visibleParams(params));
