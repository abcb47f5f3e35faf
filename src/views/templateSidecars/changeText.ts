import type { TFunction } from 'i18next';
import { holderKind } from '../../sidecars/objects/holder';
import type { KubernetesObject } from '../../sidecars/objects/resources';

/** What a change of the sidecars reaches, and when. */
export const changeText = (t: TFunction, object: KubernetesObject): string =>
  holderKind(object) === 'VirtualMachinePool'
    ? t('A change reaches all VMs of the pool. The pool decides when running VMs are restarted.')
    : t(
        'A change takes effect in VMs that are created from the template later. Existing VMs stay as they are.',
      );
