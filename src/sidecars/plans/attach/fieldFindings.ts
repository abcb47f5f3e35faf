import type { Finding } from '../../checks/check';
import type { AttachPlan } from './attachPlan';

/** The parts of an entry that have a field in the form. */
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

/** Of the fields that few users need. */
export const ADVANCED_FIELDS: readonly FindingField[] = ['args', 'image', 'imagePullPolicy', 'pvc.name'];

export interface PlanFindings {
  /** Shown at its field. */
  at: (field: FindingField) => Finding[];
  /** Findings without a field. */
  others: Finding[];
}

/** Groups the findings of an edit by the place where the form shows them. */
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
