import { t } from '../../findings/finding';
import type { Parameter } from '../parameter';

export const diskParameter: Parameter = {
  name: 'disk',
  label: t('Disk'),
  help: t('Its name in the VM. Without a name, all disks but CD-ROM drives.'),
  kind: 'device',
  of: ['disk'],
  default: '',
};

export const interfaceParameter: Parameter = {
  name: 'interface',
  label: t('Network interface'),
  help: t('Its name in the VM. Without a name, all network interfaces.'),
  kind: 'device',
  of: ['interface'],
  default: '',
};
