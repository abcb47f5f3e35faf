import type { ParsedSidecars } from '../annotation/annotation';
import type { ConfigMap, VirtualMachine } from '../objects/resources';
import type { Sidecar } from '../annotation/sidecar';
import type { FindingId } from './findingId';

export type { FindingId, ScriptFindingId } from './findingId';

/** `error`: it will not work. `warning`: it may not do what is meant. `advice`: there is a better way. */
export type Severity = 'error' | 'warning' | 'advice';

/** Where a finding belongs. `index` counts sidecars from 0; `line` and `column` count from 1. */
export type Place =
  | { kind: 'annotation'; index?: number; field?: string }
  | { kind: 'script'; configMap: string; key: string; line: number; column: number }
  | { kind: 'vm'; field: string };

/** An edit that resolves the finding; the caller shows it before it writes it. */
export type Fix =
  | { kind: 'sidecars'; next: Sidecar[] }
  /** The whole text before and after the edit. */
  | { kind: 'script'; configMap: string; key: string; before: string; text: string }
  | { kind: 'removeAnnotation' }
  | { kind: 'moveAnnotation' };

export interface Finding {
  id: FindingId;
  severity: Severity;
  params: Record<string, string | number>;
  place: Place;
  fix?: Fix;
}

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

export interface Check {
  id: FindingId;
  severity: Severity;
  run: (context: CheckContext) => Finding[];
}
