import { clusterEntries, gateEntries } from '../findings/cluster';
import { containerEntries } from '../findings/container';
import { driftEntries } from '../findings/drift';
import type { ParamsFor } from '../findings/finding';
import { podEntries } from '../findings/pod';
import { runningEntries } from '../findings/running';
import { scriptResultEntries } from '../findings/scriptResult';
import { scriptStartEntries } from '../findings/scriptStart';
import type { DiagnosisEntry } from './diagnosisEntry';
import type { DiagnosisFinding } from './diagnosisModel';

const ENTRIES = {
  ...gateEntries,
  ...podEntries,
  ...containerEntries,
  ...scriptStartEntries,
  ...scriptResultEntries,
  ...runningEntries,
  ...driftEntries,
  ...clusterEntries,
};
export type DiagnosisId = keyof typeof ENTRIES;

/** Every finding of the diagnosis, in the order of how near it is to the root: what stands first explains the rest. */
export const DIAGNOSIS_ENTRIES: Readonly<Record<DiagnosisId, DiagnosisEntry>> = ENTRIES;

export const DIAGNOSIS_IDS = Object.keys(ENTRIES) as readonly DiagnosisId[];

type Sentences<Id extends DiagnosisId> = (typeof ENTRIES)[Id]['what' | 'why' | 'cure'];

/** A finding by its entry, with what differs from case to case. */
export const happened = <Id extends DiagnosisId>(
  id: Id,
  {
    severity = DIAGNOSIS_ENTRIES[id].severity,
    cause = DIAGNOSIS_ENTRIES[id].cause,
    params = {},
    evidence,
    cure,
  }: ParamsFor<Sentences<Id>> &
    Pick<DiagnosisFinding, 'evidence' | 'cure'> &
    Partial<Pick<DiagnosisFinding, 'severity' | 'cause'>>,
): DiagnosisFinding => ({ id, severity, cause, params, evidence, cure });
