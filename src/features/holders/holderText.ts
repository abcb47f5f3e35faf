import type { TFunction } from 'i18next';
import { holderKind, type HolderKind } from '../../sidecars/objects/holder';
import type { KubernetesObject } from '../../sidecars/objects/resources';

/** The name of a kind in the user's language. */
export const holderText = (t: TFunction, kind: HolderKind): string => {
  switch (kind) {
    case 'VirtualMachine':
      return t('Virtual machine');
    case 'VirtualMachineInstance':
      return t('Instance without VM');
    case 'VirtualMachineInstanceReplicaSet':
      return t('Instance replica set');
    case 'Template':
      return t('Template');
    case 'VirtualMachineTemplate':
      return t('Virtual machine template');
    case 'VirtualMachinePool':
      return t('Virtual machine pool');
  }
};

/** The kind within a sentence in the user's language, such as "the VM was changed". */
export const holderNoun = (t: TFunction, object: Pick<KubernetesObject, 'kind'>): string => {
  switch (holderKind(object)) {
    case 'VirtualMachine':
      return t('VM');
    case 'VirtualMachineInstance':
      return t('instance');
    case 'VirtualMachineInstanceReplicaSet':
      return t('instance replica set');
    case 'Template':
      return t('template');
    case 'VirtualMachineTemplate':
      return t('VM template');
    case 'VirtualMachinePool':
      return t('VM pool');
  }
};

/** Several of a kind in the user's language, such as "VMs could not be read". */
export const holderPlural = (t: TFunction, kind: HolderKind): string => {
  switch (kind) {
    case 'VirtualMachine':
      return t('VMs');
    case 'VirtualMachineInstance':
      return t('VM instances');
    case 'VirtualMachineInstanceReplicaSet':
      return t('Instance replica sets');
    case 'Template':
      return t('Templates');
    case 'VirtualMachineTemplate':
      return t('VM templates');
    case 'VirtualMachinePool':
      return t('VM pools');
  }
};

/** When a change of hook scripts takes effect. */
export const effectText = (t: TFunction, object: Pick<KubernetesObject, 'kind'>): string => {
  switch (holderKind(object)) {
    case 'VirtualMachine':
      return t('It takes effect when the VM starts. A running VM must be restarted.');
    case 'VirtualMachineInstance':
    case 'VirtualMachineInstanceReplicaSet':
      return t('It takes effect in new instances. Those that run stay as they are.');
    case 'Template':
    case 'VirtualMachineTemplate':
      return t(
        'It takes effect in VMs that are created from the template later. Existing VMs stay as they are.',
      );
    case 'VirtualMachinePool':
      return t('It changes all VMs of the pool. The pool decides when running VMs are restarted.');
  }
};

/** Why the hook scripts of an instance cannot be changed. */
export const fixedInstanceReason = (t: TFunction): string =>
  t(
    'An instance gets its hook scripts when it is created. To change them, delete the instance and create it again.',
  );
