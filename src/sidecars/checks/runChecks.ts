import { annotationChecks } from '../findings/annotation';
import { fieldChecks } from '../findings/fields';
import { hookPointChecks } from '../findings/hookPoint';
import { sourceChecks } from '../findings/source';
import { templateChecks } from '../findings/template';
import { versionChecks } from '../findings/version';
import { contextOfMade, isTrueOfMade } from '../templates/templateContext';
import { byCompleteness, bySeverity } from './check';
import type { Check, CheckContext, Finding } from './check';

const ENTRIES = {
  ...annotationChecks,
  ...templateChecks,
  ...sourceChecks,
  ...hookPointChecks,
  ...versionChecks,
  ...fieldChecks,
};
export type CheckId = keyof typeof ENTRIES;

/** All checks of the annotation and the VM. */
export const CHECKS: Readonly<Record<CheckId, Check>> = ENTRIES;

export const CHECK_IDS = Object.keys(CHECKS) as readonly CheckId[];

export const runCheck = (id: CheckId, context: CheckContext): (Finding & { id: CheckId })[] =>
  CHECKS[id]
    .run(contextOfMade(context))
    .filter((found) => isTrueOfMade(id, found, context))
    .map(({ severity = CHECKS[id].severity, params = {}, place, fix }) => ({
      id,
      severity,
      params,
      place,
      fix,
    }));

/** Findings about the VM or the whole annotation stand before those about one sidecar. */
const position = ({ place }: Finding): number => (place.kind === 'annotation' ? (place.index ?? -1) : -1);

/** All findings, errors first; within a severity in the order of the sidecars they are about. */
export const runChecks = (context: CheckContext): (Finding & { id: CheckId })[] =>
  CHECK_IDS.flatMap((id) => runCheck(id, context)).sort(
    (one, other) =>
      byCompleteness(one.id, other.id) || bySeverity(one, other) || position(one) - position(other),
  );
