import { useEffect } from 'react';
import { loadedData } from '../../../loadable';
import type { VmSidecars } from '../../../data/useVmSidecars';
import type { DiagnosisFinding } from '../../../sidecars/diagnosis/diagnose';
import type { VirtualMachine } from '../../../sidecars/objects/resources';

export interface SeenBefore {
  /** In milliseconds. */
  at: number;
  findings: readonly DiagnosisFinding[];
}

/** By the uid of the VM; in memory only. */
const seen = new Map<string, SeenBefore>();
const MOST = 100;

const meaning = ({ id, params }: DiagnosisFinding): string => JSON.stringify([id, params]);

/**
 * React hook: remembers why a VM failed while its pod was there. In a crash loop the pod, its logs and the instance are gone
 * between two attempts, and with them what says why. Undefined unless the VM is between two attempts.
 */
export const useSeenBefore = (
  vm: VirtualMachine,
  { pods, vmi }: Pick<VmSidecars, 'pods' | 'vmi'>,
  found: readonly DiagnosisFinding[],
): SeenBefore | undefined => {
  const { uid = '' } = vm.metadata;
  const isPodThere = (loadedData(pods)?.length ?? 0) > 0;
  const isUp = loadedData(vmi)?.status?.phase === 'Running';
  useEffect(() => {
    const errors = found.filter(({ severity }) => severity === 'error');
    if (isPodThere && errors.length > 0) {
      seen.delete(uid);
      seen.set(uid, { at: Date.now(), findings: errors });
      [...seen.keys()].slice(0, -MOST).forEach((oldest) => seen.delete(oldest));
    } else if (isUp) {
      seen.delete(uid);
    }
  }, [uid, isPodThere, isUp, found]);
  const before = seen.get(uid);
  if (
    pods.status !== 'loaded' ||
    isPodThere ||
    vm.status?.printableStatus !== 'CrashLoopBackOff' ||
    !before
  ) {
    return undefined;
  }
  const now = new Set(found.map(meaning));
  const findings = before.findings.filter((finding) => !now.has(meaning(finding)));
  return findings.length === 0 ? undefined : { ...before, findings };
};
