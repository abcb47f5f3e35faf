import type { CloudInitSource, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { hostName } from '../hostName';
import { record, string } from '../untyped';
import { firmwareUuid } from './convertInstance';

/** The cloud-init data that a preCloudInitIso script gets from virt-launcher; the keys are the names of Go fields. */
export interface CloudInitData {
  DataSource: string;
  NoCloudMetaData?: Record<string, unknown> | null;
  ConfigDriveMetaData?: Record<string, unknown> | null;
  UserData: string;
  NetworkData: string;
  DevicesData: null;
  VolumeName: string;
}

const decoded = (plain: string | undefined, base64: string | undefined): string =>
  plain ?? (base64 === undefined ? '' : Buffer.from(base64, 'base64').toString('utf8'));

const userData = (source: CloudInitSource, namespace: string, store: Store): string => {
  const secret = source.secretRef && store.get('secrets', namespace, source.secretRef.name);
  const data = record(secret?.data);
  const fromSecret = string(data.userdata) ?? string(data.userData);
  return fromSecret === undefined
    ? decoded(source.userData, source.userDataBase64)
    : Buffer.from(fromSecret, 'base64').toString('utf8');
};

/** The data of the first cloud-init volume; undefined for an instance without one. */
export const cloudInitData = (vmi: VirtualMachineInstance, store: Store): CloudInitData | undefined => {
  for (const volume of vmi.spec.volumes ?? []) {
    const source = volume.cloudInitNoCloud ?? volume.cloudInitConfigDrive;
    if (source !== undefined) {
      const noCloud = volume.cloudInitNoCloud !== undefined;
      const { name, namespace = 'default' } = vmi.metadata;
      const host = hostName(vmi);
      const common = { 'instance-id': `${name}.${namespace}`, 'local-hostname': host };
      return {
        DataSource: noCloud ? 'noCloud' : 'configDrive',
        NoCloudMetaData: noCloud ? common : null,
        ConfigDriveMetaData: noCloud
          ? null
          : {
              instance_id: common['instance-id'],
              local_hostname: host,
              hostname: host,
              uuid: firmwareUuid(vmi),
            },
        UserData: userData(source, namespace, store),
        NetworkData: decoded(source.networkData, source.networkDataBase64),
        DevicesData: null,
        VolumeName: volume.name,
      };
    }
  }
  return undefined;
};

/** Whether a script's answer has what virt-launcher requires. */
export const isUsable = (value: unknown): value is CloudInitData => {
  const data = record(value);
  const metadata = data.NoCloudMetaData ?? data.ConfigDriveMetaData;
  return (
    typeof data.UserData === 'string' &&
    data.UserData !== '' &&
    typeof metadata === 'object' &&
    metadata !== null
  );
};
