import type { ParsedSidecars } from '../annotation/annotation';
import type { ConfigMap, VirtualMachine } from '../objects/resources';
import type { Sidecar } from '../annotation/sidecar';
import type { Params, Texts } from '../findings/finding';
import type { ScriptFindingId } from '../findings/script';
import type { CheckId } from './runChecks';

export type { ScriptFindingId } from '../findings/script';
export type FindingId = CheckId | ScriptFindingId;

/** `error`: it will not work. `warning`: it may not do what is meant. `advice`: there is a better way. */
export const SEVERITIES = ['error', 'warning', 'advice'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Compares for a sort that puts the worst first. */
export const bySeverity = (one: { severity: Severity }, other: { severity: Severity }): number =>
  SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);

/** Compares for a sort that puts first what was not checked at all, so that no list of findings hides it. */
export const byCompleteness = (one: FindingId | undefined, other: FindingId | undefined): number =>
  Number(other === 'tooManySidecars') - Number(one === 'tooManySidecars');

/** Where a finding belongs. `index` counts sidecars from 0; `line` and `column` count from 1. */
export type Place =
  | { kind: 'annotation'; index?: number; field?: string }
  | { kind: 'script'; configMap: string; key: string; line: number; column: number }
  | { kind: 'vm'; field: string };

/** An edit that resolves the finding; the caller shows it before it writes it. */
export type Fix =
  /** The whole list, made when it is asked for. */
  | { kind: 'sidecars'; next: () => Sidecar[] }
  /** The whole text before and after the edit. */
  | { kind: 'script'; configMap: string; key: string; before: string; text: string }
  | { kind: 'removeAnnotation' }
  | { kind: 'moveAnnotation' };

export interface Finding {
  id: FindingId;
  severity: Severity;
  params: Params;
  place: Place;
  fix?: Fix;
}

/** Whether a change is not to be written. The cluster checks the gate itself; what is known of it may be seconds old. */
export const preventsWrite = ({ id, severity }: Finding): boolean => severity === 'error' && id !== 'gateOff';

/** What is known when checks run; what is undefined is not known, and no finding is made of it. */
export interface CheckContext {
  vm: VirtualMachine;
  parsed: ParsedSidecars;
  /** The ConfigMaps of the VM's namespace by name; undefined while they are not loaded. */
  configMaps?: ReadonlyMap<string, ConfigMap> | undefined;
  /** The names of the PersistentVolumeClaims of the namespace. */
  pvcs?: ReadonlySet<string> | undefined;
  /** As the cluster reports it: `v1.6.2`, `v1.9.0-beta.0`. */
  kubevirtVersion?: string | undefined;
  gate?: { enabled: boolean | undefined } | undefined;
}

/** What a check finds; all else is in its entry. */
export interface Found {
  place: Place;
  severity?: Severity;
  params?: Params;
  fix?: Fix | undefined;
}

/** One check with all that there is to say of what it finds. */
export interface Check extends Texts {
  severity: Severity;
  /** In two or three words, for lists of VMs. */
  title?: string;
  /** Found with this severity, KubeVirt skips the script and nothing says so. Any other error prevents the start. */
  skipsScript?: Severity;
  /** Parameters that are sentences to be translated. */
  sentences?: Readonly<Record<string, (params: Params) => string | undefined>>;
  run: (context: CheckContext) => readonly Found[];
}
