import type { FindingId, Severity } from '../checks/check';
import type { Params, Texts } from '../findings/finding';
import type { CauseCode, CureAction, Evidence } from './diagnosisModel';
import type { Facts } from './facts';
import type { Message } from './messages';

/** Words of the cluster by which a finding is known. */
interface Saying {
  /** Its named groups are parameters of the finding. */
  pattern: RegExp;
  /** Where the words mean this; everywhere if not said. */
  from?: readonly Message['from'][];
  /** Whether the words mean this here. */
  holds?: (facts: Facts, message: Message) => boolean;
  action?: (facts: Facts, params: Params, message: Message) => CureAction | undefined;
}

/** A finding as others see it: by the ids of entries, which are not known while the entries are defined. */
interface Happened {
  id: string;
  params: Params;
  evidence: readonly Evidence[];
}

/** One finding of the diagnosis with all that there is to say of it. */
export interface DiagnosisEntry extends Texts {
  severity: Severity;
  /** What is to blame, where nothing else is known. */
  cause: CauseCode;
  said?: Saying | readonly Saying[];
  /** Checks that find the same before the VM starts: what they say is more precise. */
  foretoldBy?: readonly FindingId[];
  /** Whether another finding explains this one, which is left out then. */
  followsFrom?: (other: Happened, own: Happened) => boolean;
}
