import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CloudInitData } from '../cluster/kubevirt/domain/cloudInitData';
import { outputOf } from './runProgram';
import { requireProgram } from './tools';

interface Layout {
  label: string;
  files: Record<string, string | undefined>;
}

/** The file names and the disk label that cloud-init expects. */
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

/** Writes the disk that cloud-init reads in the guest, with virt-launcher's program and options. */
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
