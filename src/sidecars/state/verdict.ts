import { sidecarsIn, parseSidecars } from '../annotation/annotation';
import type { ConfigMap, VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import { instanceAnnotation, templateAnnotation } from '../objects/vm';
import type { Verification } from './stateModel';

/** The result of a validation, and what it was about. */
export interface Verdict {
  verification: Verification;
  /** See `verdictSubject`. */
  subject: string;
}

/** The verdicts by the uid of the instance. */
export type Verdicts = ReadonlyMap<string, Verdict>;

/**
 * Identifies everything on which a verdict depends: the VM, its annotations, and the ConfigMaps with the scripts and the
 * expected results, each by the version of the object, because lists do not have the texts.
 */
export const verdictSubject = (
  vm: VirtualMachine,
  vmi: VirtualMachineInstance,
  configMaps: ReadonlyMap<string, ConfigMap>,
): string => {
  const texts = [templateAnnotation(vm), instanceAnnotation(vmi)];
  const names = texts
    .flatMap((text) => sidecarsIn(parseSidecars(text)))
    .map(({ configMap }) => configMap?.name);
  const versions = [...new Set(names)].map((name) => {
    const { uid, resourceVersion } = configMaps.get(name ?? '')?.metadata ?? {};
    return [name, uid, resourceVersion];
  });
  return JSON.stringify([vm.metadata.uid, texts, versions]);
};

/** The verdict about the instance, if nothing has changed since. */
export const currentVerdict = (
  verdicts: Verdicts,
  vm: VirtualMachine,
  vmi: VirtualMachineInstance | undefined,
  configMaps: ReadonlyMap<string, ConfigMap> | undefined,
): Verification | undefined => {
  const known = verdicts.get(vmi?.metadata.uid ?? '');
  return known !== undefined &&
    vmi !== undefined &&
    configMaps !== undefined &&
    known.subject === verdictSubject(vm, vmi, configMaps)
    ? known.verification
    : undefined;
};
