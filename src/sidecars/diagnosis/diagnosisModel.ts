import type {
  ConfigMap,
  KubernetesEvent,
  KubeVirt,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
} from '../objects/resources';
import type { Severity } from '../checks/check';
import type { Params } from '../findings/finding';
import type { DiagnosisId } from './diagnosisEntries';

export type { DiagnosisId } from './diagnosisEntries';

/** All that is known of one VM. What is undefined is not known, and nothing is concluded from that. */
export interface DiagnosisInput {
  vm?: VirtualMachine | undefined;
  /** The VM with what its preference and instance type add. */
  expanded?: VirtualMachine | undefined;
  vmi?: VirtualMachineInstance | undefined;
  /** The virt-launcher pods of the VM, in any order. */
  pods?: readonly Pod[] | undefined;
  /** Events about the VM, its instance and its pods. */
  events?: readonly KubernetesEvent[] | undefined;
  /** The logs of the newest pod's containers by their names, with or without the API's timestamps. */
  logs?: Readonly<Record<string, string>> | undefined;
  /** The ConfigMaps of the namespace by name. */
  configMaps?: ReadonlyMap<string, ConfigMap> | undefined;
  kubevirt?: KubeVirt | undefined;
}

/** Where a quote was read. */
export type EvidenceSource =
  | { kind: 'object'; object: string; name: string; field: string }
  /** `line` counts from 1. */
  | { kind: 'log'; container: string; line: number }
  | { kind: 'event'; object: string; name: string; reason: string };

export interface Evidence {
  source: EvidenceSource;
  /** RFC 3339. */
  time?: string;
  /** What the cluster said, unchanged but for its length. */
  quote: string;
  /** The tail of a log that the quote is a line of. */
  whole?: string | undefined;
}

/** What is to blame. */
export type CauseCode =
  'gate' | 'annotation' | 'configMap' | 'script' | 'image' | 'kubevirt' | 'cluster' | 'drift';

/** What the plugin can do about it; `line` counts from 1. */
export type CureAction =
  | { kind: 'enableGate' }
  /** `index` counts the sidecars of the template, which is what can be edited, from 0. */
  | { kind: 'editSidecars'; index?: number }
  | { kind: 'removeAnnotation' }
  | { kind: 'moveAnnotation' }
  | { kind: 'createScript'; configMap: string }
  | { kind: 'editScript'; configMap: string; key: string; line?: number }
  | { kind: 'removeVolume'; volume: string }
  | { kind: 'restart' }
  | { kind: 'freePod'; pod: string };

export interface DiagnosisFinding {
  id: DiagnosisId;
  severity: Severity;
  params: Params;
  /** The most telling first; never empty. */
  evidence: Evidence[];
  cause: CauseCode;
  cure?: CureAction | undefined;
}
