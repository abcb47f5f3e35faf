import { useEffect, useMemo } from 'react';
import type { DomainXml } from '../../data/domainXml/readDomainXml';
import type { VmSidecars } from '../../data/useVmSidecars';
import { rememberVerdict } from '../../data/verdicts';
import { loadedData } from '../../loadable';
import { parseSidecars } from '../../sidecars/annotation/annotation';
import { attachedScripts } from '../../sidecars/domainXml/attachedScripts';
import { newBudget } from '../../sidecars/domainXml/evaluate';
import type { ParsedDomain } from '../../sidecars/domainXml/parsedDomain';
import { summarize, verifyScript, type ScriptVerification } from '../../sidecars/domainXml/verification';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { instanceAnnotation } from '../../sidecars/objects/vm';
import type { SidecarState, Verification } from '../../sidecars/state/state';
import { verdictSubject } from '../../sidecars/state/verdict';

interface VerificationInput {
  vm: VirtualMachine;
  sidecars: Pick<VmSidecars, 'parsed' | 'state' | 'vmi' | 'configMaps'>;
  xml: DomainXml | undefined;
  /** Undefined while the XML is being parsed. */
  domain: ParsedDomain | undefined;
  isReading: boolean;
}

interface Verified {
  scripts: readonly ScriptVerification[];
  verification: Verification;
  /** Whether the results are still to come. */
  isChecking: boolean;
  /** Whether the XML proves what hooks did. */
  isProof: boolean;
  /** The state of the VM's sidecars, with the verdict if there is one. */
  state: SidecarState;
}

/** React hook: compares the XML with what the attached scripts promise. */
export const useVerification = ({
  vm,
  sidecars: { parsed, state, vmi, configMaps },
  xml,
  domain,
  isReading,
}: VerificationInput): Verified => {
  const instance = loadedData(vmi);
  const instanceText = instance && instanceAnnotation(instance);
  const byName = loadedData(configMaps);
  const isInherited = state.origins !== undefined;
  const scripts = useMemo(() => {
    const budget = newBudget();
    const attached = isInherited ? parseSidecars(instanceText) : parsed;
    return attachedScripts(attached, instanceText).map((script) =>
      verifyScript(script, byName?.get(script.configMap), domain, budget),
    );
  }, [isInherited, parsed, instanceText, byName, domain]);
  const verification = summarize(scripts);
  const isChecking = xml === undefined ? isReading : domain === undefined;
  // Only the running domain proves what hooks did. The next boot's XML and the logged XML are only hints.
  const isProof = xml?.source.kind === 'live' && !xml.source.inactive;
  const isJudged = isProof && !isChecking && instance !== undefined;
  useEffect(() => {
    const uid = instance?.metadata.uid;
    if (isJudged && uid !== undefined && byName !== undefined) {
      rememberVerdict(uid, { verification, subject: verdictSubject(vm, instance, byName) });
    }
  }, [isJudged, vm, instance, byName, verification]);
  const judgedState = useMemo<SidecarState>(
    () => (isJudged && state.kind !== 'notAttached' ? { ...state, verification } : state),
    [isJudged, state, verification],
  );
  return { scripts, verification, isChecking, isProof, state: judgedState };
};
