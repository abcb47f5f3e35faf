import type { Check, CheckContext, Finding } from './check';

export const CHECKS: readonly Check[] = [];

/** All findings, errors first; within a severity in the order of the sidecars they are about. */
export const runChecks = (context: CheckContext): Finding[] => CHECKS.flatMap((check) => check.run(context));
