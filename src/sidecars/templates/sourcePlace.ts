import { holderKind } from '../objects/holder';
import type { VirtualMachine } from '../objects/resources';
import { sourceOf } from '../objects/templateVm';
import { hasParameters, referencesIn } from './parameters';
import { broughtConfigMaps } from './templateContext';

/**
 * Where the ConfigMap or claim of a sidecar must be: in the namespace of the VM that has it, in the template itself, or in
 * the namespace of each VM that is made. `parameter`: its name is not known yet.
 */
export type SourcePlace = 'namespace' | 'template' | 'namespaceOfMade' | 'parameter';

export const sourcePlace = (vm: VirtualMachine, name: string): SourcePlace => {
  const { object } = sourceOf(vm);
  if (broughtConfigMaps(object).has(name)) {
    return 'template';
  }
  if (hasParameters(vm) && referencesIn(name).length > 0) {
    return 'parameter';
  }
  return holderKind(object) === 'Template' ? 'namespaceOfMade' : 'namespace';
};
