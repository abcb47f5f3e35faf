import type { TFunction } from 'i18next';
import type { MissingList } from '../../../data/useSidecarVms';

/** What is not known without the list. */
export const missingText = (t: TFunction, list: MissingList['list']): string =>
  ({
    instances: t('Without VM instances, the state of VMs that run is not known.'),
    replicaSets: t('Without replica sets, those that have hook sidecars are not listed.'),
    pods: t('Without pods, it is not known why a VM does not start.'),
    configMaps: t('Without ConfigMaps, it is not known whether scripts changed since a VM started.'),
  })[list];
