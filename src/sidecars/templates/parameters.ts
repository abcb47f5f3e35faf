import { holderKind } from '../objects/holder';
import type { KubernetesObject, VirtualMachine } from '../objects/resources';
import type { Template, TemplateParameter, VirtualMachineTemplate } from '../objects/templateResources';
import { sourceOf } from '../objects/templateVm';

/** The parameters of a template; none for an object of another kind. */
export const parametersOf = (object: KubernetesObject): readonly TemplateParameter[] => {
  switch (holderKind(object)) {
    case 'Template':
      return (object as Template).parameters ?? [];
    case 'VirtualMachineTemplate':
      return (object as VirtualMachineTemplate).spec.parameters ?? [];
    default:
      return [];
  }
};

/** Whether `${NAME}` in the VM's strings stands for a parameter. In a pool it is text. */
export const hasParameters = (vm: VirtualMachine): boolean =>
  ['Template', 'VirtualMachineTemplate'].includes(holderKind(sourceOf(vm).object));

const REFERENCE = /\$\{([a-zA-Z0-9_]+)\}/g;
/** Stands for the whole value, without quotes. */
const WHOLE_VALUE = /^\$\{\{([a-zA-Z0-9_]+)\}\}$/;

/** The names of the parameters in a text, each once. */
export const referencesIn = (text: string): string[] => {
  const whole = WHOLE_VALUE.exec(text)?.[1];
  return whole === undefined
    ? [...new Set([...text.matchAll(REFERENCE)].flatMap(([, name]) => name ?? []))]
    : [whole];
};

/** The text with these values for its parameters. Others stay, as OpenShift does with those that it does not know. */
export const withValues = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(REFERENCE, (reference, name: string) => values.get(name) ?? reference);

/** The parameters that have a value without anybody giving one. */
export const defaultsOf = (object: KubernetesObject): ReadonlyMap<string, string> =>
  new Map(
    parametersOf(object).flatMap(({ name, value = '' }): [string, string][] =>
      value === '' ? [] : [[name, value]],
    ),
  );
