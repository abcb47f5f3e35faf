import type { CheckContext, FindingId } from '../checks/check';
import { findings, ids } from '../checks/checkFixtures';
import { checkScript } from '../checks/script/runScriptChecks';
import { source } from '../checks/script/scriptFixtures';
import type { DiagnosisId, DiagnosisInput } from './diagnose';
import { idsOf } from './diagnosisFixtures';

/** A way to fail, the findings that tell it, and all that is found. */
export type CoverageRow = [string, (DiagnosisId | FindingId)[], string[]];

export const happens = (...inputs: DiagnosisInput[]): string[] => inputs.flatMap(idsOf);

export const foreseen = (
  annotation: Record<string, unknown>[] | string,
  context: Partial<CheckContext> = {},
): string[] => ids(findings(annotation, context));

export const inScript = (...texts: string[]): string[] =>
  texts.flatMap((text) => checkScript(source(text)).map(({ id }) => id));
