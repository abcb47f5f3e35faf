import type { TFunction } from 'i18next';
import { parseSidecars } from '../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { templateAnnotation } from '../../sidecars/objects/vm';
import { isReadableLater } from '../../sidecars/templates/templateContext';

/** Why nothing can be attached to a VM whose annotation cannot be read. */
export const attachBlocker = (t: TFunction, vm: VirtualMachine): string | undefined => {
  const parsed = parseSidecars(templateAnnotation(vm));
  if (parsed.kind !== 'malformed') {
    return undefined;
  }
  return isReadableLater({ vm, parsed })
    ? t('The annotation is readable only once its parameters have values.')
    : t('Repair the annotation first.');
};
