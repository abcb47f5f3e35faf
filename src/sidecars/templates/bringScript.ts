import { sidecarsIn, parseSidecars } from '../annotation/annotation';
import { replaceSidecar } from '../annotation/sidecarList';
import { holderKind } from '../objects/holder';
import type { ConfigMap, VirtualMachine } from '../objects/resources';
import { nameInTemplate, sourceOf } from '../objects/templateVm';
import { templateAnnotation } from '../objects/vm';
import { copyOfConfigMap, volumeName } from '../plans/bulk/configMapCopy';
import type { VmEdit } from '../plans/vmEdit';
import { writeSidecars } from '../plans/vmEdit';
import { defaultsOf, parametersOf, referencesIn } from './parameters';
import { broughtConfigMaps } from './templateContext';

const MOST_CHARACTERS = 63;
/** Left for a value that is not known: most names of VMs are shorter. */
const UNKNOWN_VALUE = 24;

/** How many characters the parameter's value has, as far as it is known. */
const lengthOf = (vm: VirtualMachine, parameter: string): number => {
  const { object } = sourceOf(vm);
  const { from, generate } = parametersOf(object).find(({ name }) => name === parameter) ?? {};
  // Such as `web-[a-z0-9]{6}`: one character for each class, as often as the braces say.
  const generated =
    generate === 'expression'
      ? from?.replaceAll(/\[[^\]]*\]\{(\d{1,2})\}/g, (_class, times) => 'x'.repeat(Number(times)))
      : undefined;
  return (defaultsOf(object).get(parameter) ?? generated)?.length ?? UNKNOWN_VALUE;
};

/** The parameter that makes the name unique by default: the one in the VM's name. */
export const namingParameter = (vm: VirtualMachine): string | undefined => {
  const names = parametersOf(sourceOf(vm).object).map(({ name }) => name);
  const inName = referencesIn(nameInTemplate(vm) ?? '').find((name) => names.includes(name));
  return inName ?? names[0];
};

/** The name of the ConfigMap in the template. No ConfigMap of the template has it yet. */
export const broughtName = (vm: VirtualMachine, parameter: string, script: string): string => {
  const room = Math.max(1, MOST_CHARACTERS - 1 - lengthOf(vm, parameter));
  const taken = broughtConfigMaps(sourceOf(vm).object);
  const named = (number: number): string => {
    const ending = number === 1 ? '' : `-${number}`;
    const short = volumeName(script)
      .slice(0, Math.max(1, room - ending.length))
      .replace(/-+$/, '');
    return `\${${parameter}}-${short}${ending}`;
  };
  let number = 1;
  while (taken.has(named(number))) {
    number += 1;
  }
  return named(number);
};

/** Whether the template can bring the script of this sidecar, which it does not yet. */
export const canBring = (
  vm: VirtualMachine,
  index: number,
  configMaps: ReadonlyMap<string, ConfigMap> | undefined,
): boolean => {
  const { object } = sourceOf(vm);
  const name = sidecarsIn(parseSidecars(templateAnnotation(vm)))[index]?.configMap?.name;
  return (
    holderKind(object) === 'Template' &&
    name !== undefined &&
    configMaps?.has(name) === true &&
    !broughtConfigMaps(object).has(name) &&
    parametersOf(object).length > 0
  );
};

/** The parameters that a script has in its text, and that the template would put values for. */
export const parametersInScript = (vm: VirtualMachine, { data = {} }: ConfigMap): string[] => {
  const known = new Set(parametersOf(sourceOf(vm).object).map(({ name }) => name));
  return referencesIn(Object.values(data).join('\n')).filter((name) => known.has(name));
};

/** Adds the ConfigMap to the template's objects, under a name with a parameter, and lets the sidecar name it. */
export const bringScript =
  (configMap: ConfigMap, parameter: string): VmEdit =>
  (vm) => {
    const sidecars = sidecarsIn(parseSidecars(templateAnnotation(vm)));
    const index = sidecars.findIndex((sidecar) => sidecar.configMap?.name === configMap.metadata.name);
    const sidecar = sidecars[index];
    if (sidecar?.configMap === undefined) {
      return undefined;
    }
    const name = broughtName(vm, parameter, configMap.metadata.name);
    const source = { ...sidecar.configMap, name };
    const plan = writeSidecars(replaceSidecar(sidecars, index, { ...sidecar, configMap: source }))(vm);
    const copy = copyOfConfigMap(configMap, '', name);
    // The namespace is that of whoever creates the VM.
    const { labels, annotations } = copy.metadata;
    return (
      plan && {
        ...plan,
        operations: [
          ...plan.operations,
          {
            op: 'add',
            path: '/objects/-',
            value: { ...copy, metadata: { name, labels, annotations } },
          },
        ],
      }
    );
  };
