import { sidecarsIn } from '../annotation/annotation';
import { isAtLeast } from '../featureGate/kubevirtVersion';
import type { Sidecar } from '../annotation/sidecar';
import { replaceSidecar } from '../annotation/sidecarList';
import type { Check, CheckContext, Finding, FindingId, Fix, Severity } from './check';

/** What a check says of one sidecar; the rest of the finding follows from where it looked. */
export interface SidecarFinding {
  field?: string;
  params?: Finding['params'];
  severity?: Severity;
  fix?: Fix | undefined;
}

export interface Looked {
  sidecar: Sidecar;
  index: number;
  all: readonly Sidecar[];
  context: CheckContext;
}

/** A check that looks at one sidecar after the other. */
export const sidecarCheck = (
  id: FindingId,
  severity: Severity,
  look: (looked: Looked) => readonly SidecarFinding[],
): Check => ({
  id,
  severity,
  run: (context) => {
    const all = sidecarsIn(context.parsed);
    return all.flatMap((sidecar, index) =>
      look({ sidecar, index, all, context }).map((found): Finding => ({
        id,
        severity: found.severity ?? severity,
        params: found.params ?? {},
        place: { kind: 'annotation', index, ...(found.field === undefined ? {} : { field: found.field }) },
        ...(found.fix === undefined ? {} : { fix: found.fix }),
      })),
    );
  },
});

/** The fix that puts another sidecar in the place of the one looked at. */
export const replacing = ({ all, index }: Looked, sidecar: Sidecar): Fix => ({
  kind: 'sidecars',
  next: replaceSidecar(all, index, sidecar),
});

/** A parameter that is only there when it has a value. */
export const optionalParam = (name: string, value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { [name]: value };

/** Whether the cluster is known to run an older KubeVirt. */
export const isOlderThan = ({ kubevirtVersion }: CheckContext, major: number, minor: number): boolean =>
  isAtLeast(kubevirtVersion, major, minor) === false;

/**
 * Whether KubeVirt's own sidecar-shim runs the sidecar, so that its rules hold: it is the default image, and a
 * command of one's own replaces it.
 */
export const runsShim = ({ image = '', command = [] }: Pick<Sidecar, 'image' | 'command'>): boolean =>
  command.length === 0 && (image === '' || image.includes('sidecar-shim'));
