import type { TFunction } from 'i18next';
import type { HolderKind } from '../../sidecars/objects/holder';

/** The name of a kind in the user's language. */
export const holderText = (t: TFunction, kind: HolderKind): string => {
  switch (kind) {
    case 'VirtualMachine':
      return t('Virtual machine');
    case 'VirtualMachineInstance':
      return t('Instance without VM');
    case 'VirtualMachineInstanceReplicaSet':
      return t('Instance replica set');
  }
};

/** Why the hook scripts of an instance cannot be changed. */
export const fixedInstanceReason = (t: TFunction): string =>
  t(
    'An instance gets its hook scripts when it is created. To change them, delete the instance and create it again.',
  );
