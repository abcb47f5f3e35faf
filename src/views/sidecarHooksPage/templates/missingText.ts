import type { TFunction } from 'i18next';
import type { MissingTemplateList } from '../../../data/useTemplateRows';

/** What is not listed or not known without the list. */
export const missingText = (t: TFunction, list: MissingTemplateList['list']): string =>
  ({
    Template: t('OpenShift templates are not listed.'),
    VirtualMachineTemplate: t('Virtual machine templates are not listed.'),
    VirtualMachinePool: t('Virtual machine pools are not listed.'),
    vms: t('Without VMs, it is not known which of them are made from a template.'),
    configMaps: t('Without ConfigMaps, it is not known whether scripts are there.'),
  })[list];
