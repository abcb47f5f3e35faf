import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CloudInitData } from '../cluster/kubevirt/domain/cloudInitData';
import { outputOf } from './runProgram';
import { requireProgram } from './tools';

interface Layout {
  label: string;
  files: Record<string, string | undefined>;
}

/** The names under which cloud-init looks for its data, on a disk with this label. */
const layoutOf = (data: CloudInitData): Layout => {
  const network = data.NetworkData === '' ? undefined : data.NetworkData;
  return data.DataSource === 'configDrive'
    ? {
        label: 'config-2',
        files: {
          'openstack/latest/user_data': data.UserData,
          'openstack/latest/meta_data.json': JSON.stringify(data.ConfigDriveMetaData ?? {}),
          'openstack/latest/network_data.json': network,
        },
      }
    : {
        label: 'cidata',
        files: {
          'user-data': data.UserData,
          'meta-data': JSON.stringify(data.NoCloudMetaData ?? {}),
          'network-config': network,
        },
      };
};

/** Writes the disk that cloud-init reads in the guest, by the program and with the options that virt-launcher uses. */
export const writeCloudInitIso = async (path: string, data: CloudInitData): Promise<void> => {
  const { label, files } = layoutOf(data);
  const source = `${path}.files`;
  for (const [name, content] of Object.entries(files)) {
    if (content !== undefined) {
      mkdirSync(dirname(join(source, name)), { recursive: true });
      writeFileSync(join(source, name), content);
    }
  }
  await outputOf(requireProgram('xorrisofs'), ['-output', path, '-volid', label, '-joliet', '-rock', source]);
  rmSync(source, { recursive: true });
};
