import type { Finding } from '../../checks/check';
import type { AttachPlan } from './attachPlan';

/** The parts of an annotation's entry that the form has a field for. */
const FIELDS = [
  'configMap.name',
  'configMap.key',
  'configMap.hookPath',
  'args',
  'image',
  'imagePullPolicy',
  'pvc.name',
] as const;
export type FindingField = (typeof FIELDS)[number];

/** Those of fields that few need. */
export const ADVANCED_FIELDS: readonly FindingField[] = ['args', 'image', 'imagePullPolicy', 'pvc.name'];

export interface PlanFindings {
  /** Told at its field. */
  at: (field: FindingField) => Finding[];
  /** What belongs to no field of the form. */
  others: Finding[];
}

/** Sorts what checks say of an edit by where the form tells it. */
export const planFindings = ({ findings, index }: Pick<AttachPlan, 'findings' | 'index'>): PlanFindings => {
  const fieldOf = ({ place }: Finding): FindingField | undefined =>
    place.kind === 'annotation' && place.index === index
      ? FIELDS.find((field) => field === place.field)
      : undefined;
  return {
    at: (field) => findings.filter((finding) => fieldOf(finding) === field),
    others: findings.filter((finding) => fieldOf(finding) === undefined),
  };
};
