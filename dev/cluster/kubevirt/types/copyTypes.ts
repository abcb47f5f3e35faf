import type { ResourceType } from '../../contract';
import type { Release } from '../release';
import { CLONE_COLUMNS, RESTORE_COLUMNS, SNAPSHOT_COLUMNS, SNAPSHOT_CONTENT_COLUMNS } from './columns';
import { kubevirt, requireFields } from './customType';

/** Snapshots, restores and clones of VMs. */
export const copyTypes = ({ snapshotVersions, cloneVersions }: Release): readonly ResourceType[] => {
  const [version, ...alsoServedAs] = snapshotVersions;
  const [cloneVersion, ...cloneAlsoServedAs] = cloneVersions;
  const group = { group: 'snapshot.kubevirt.io', version, alsoServedAs };
  return [
    kubevirt('VirtualMachineSnapshot', 'virtualmachinesnapshots', ['vmsnapshot', 'vmsnapshots'], {
      ...group,
      columns: SNAPSHOT_COLUMNS,
      validate: requireFields('source'),
    }),
    kubevirt(
      'VirtualMachineSnapshotContent',
      'virtualmachinesnapshotcontents',
      ['vmsnapshotcontent', 'vmsnapshotcontents'],
      { ...group, columns: SNAPSHOT_CONTENT_COLUMNS },
    ),
    kubevirt('VirtualMachineRestore', 'virtualmachinerestores', ['vmrestore', 'vmrestores'], {
      ...group,
      columns: RESTORE_COLUMNS,
      validate: requireFields('target'),
    }),
    kubevirt('VirtualMachineClone', 'virtualmachineclones', ['vmclone', 'vmclones'], {
      group: 'clone.kubevirt.io',
      version: cloneVersion,
      alsoServedAs: cloneAlsoServedAs,
      columns: CLONE_COLUMNS,
      validate: requireFields('source'),
    }),
  ];
};
