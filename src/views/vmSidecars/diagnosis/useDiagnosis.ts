import { useCallback, useMemo } from 'react';
import { useScriptChecks } from '../../../features/findings/script/useScriptChecks';
import { loadedData } from '../../../loadable';
import { useVmEvidence } from '../../../data/useVmEvidence';
import type { VmSidecars } from '../../../data/useVmSidecars';
import type { Finding } from '../../../sidecars/checks/check';
import type * as Checks from '../../../sidecars/checks/script/runScriptChecks';
import { diagnose, type DiagnosisFinding } from '../../../sidecars/diagnosis/diagnose';
import { EVENT_LIMIT } from '../../../sidecars/diagnosis/newestEvents';
import { timeline } from '../../../sidecars/diagnosis/timeline';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import type { SidecarStateKind } from '../../../sidecars/state/state';
import { useSidecarTranslation } from '../../../i18n';
import { useSeenBefore, type SeenBefore } from './useSeenBefore';
import { vmReport } from './vmReport';
import { withoutRepeats } from '../../../sidecars/diagnosis/withoutRepeats';

/** Findings about the cluster, which the page of the feature gate shows. */
const OF_CLUSTER: readonly DiagnosisFinding['id'][] = ['deprecated'];

/** Findings that the tab's head already shows for a state, with the same button. */
const SHOWN_ABOVE: Partial<Record<SidecarStateKind, readonly DiagnosisFinding['id'][]>> = {
  restartNeeded: ['templateDiffers'],
  scriptChanged: ['scriptDiffers'],
  failsAtNextStart: ['templateDiffers', 'scriptDiffers'],
};

/** React hook: all problems of a VM's sidecars, each cause once, and the timeline. */
export const useDiagnosis = (
  vm: VirtualMachine,
  sidecars: VmSidecars,
  annotationFindings: readonly Finding[],
): ReturnType<typeof withoutRepeats> & {
  /** Why the VM failed before its pod vanished. */
  before: SeenBefore | undefined;
  entries: ReturnType<typeof timeline>;
  /** How many events were too many to read. */
  omittedEvents: number;
  /** Whether more findings may follow, because data is still being read or checked. */
  isLoading: boolean;
  makeReport: () => string;
} => {
  const { t } = useSidecarTranslation();
  const { attached, configMaps, gate, state } = sidecars;
  const { evidence, isLoading: isEvidenceLoading } = useVmEvidence(vm, sidecars);
  const loadedConfigMaps = loadedData(configMaps);
  const kubevirtVersion = gate.status?.version;
  const sources = useCallback(
    ({ scriptSources }: typeof Checks) =>
      scriptSources({ parsed: attached, configMaps: loadedConfigMaps, kubevirtVersion }),
    [attached, loadedConfigMaps, kubevirtVersion],
  );
  const { findings: scriptFindings, isCurrent } = useScriptChecks(sources);

  const isGateOff = gate.status?.enabled === false;
  const found = useMemo(() => diagnose(evidence), [evidence]);
  const checked = useMemo(
    () => [...annotationFindings, ...scriptFindings],
    [annotationFindings, scriptFindings],
  );
  const shownFindings = useMemo(() => {
    const shownAbove = SHOWN_ABOVE[state.kind] ?? [];
    const shown = found.filter(
      ({ id }) => !OF_CLUSTER.includes(id) && !shownAbove.includes(id) && !(isGateOff && id === 'gateDenied'),
    );
    return withoutRepeats(shown, checked);
  }, [found, state.kind, isGateOff, checked]);
  const before = useSeenBefore(vm, sidecars, found);
  const entries = useMemo(() => timeline(evidence), [evidence]);
  const makeReport = (): string => vmReport(t, { diagnosed: found, checked, entries, evidence });
  return {
    ...shownFindings,
    before,
    entries,
    omittedEvents: Math.max(0, (evidence.events?.length ?? 0) - EVENT_LIMIT),
    isLoading: isEvidenceLoading || !isCurrent,
    makeReport,
  };
};
