import { VM_NAME_LABEL } from '../annotation/constants';
import type { ObjectMeta } from './resources';

/** The longest DNS label. */
const MOST = 63;

/** A VM as it is, or as much as is known of it. */
interface Named {
  metadata: Pick<ObjectMeta, 'name'>;
  /** What its next instance asks for. */
  spec?: { template?: { spec: { hostname?: string } } };
}

const hostName = (name: string, asked = ''): string =>
  asked === '' ? (name.split('.')[0] ?? '').slice(0, MOST) : asked;

/**
 * The label selector of a VM's pods. KubeVirt writes the guest's host name into the label, which is the VM's name only where
 * the VM asks for no other, and the name is short and without dots; other VMs may have the same.
 *
 * @param vmi the running instance: its host name is that from before the VM was edited
 */
export const launcherSelector = (
  { metadata: { name }, spec }: Named,
  vmi?: { spec: { hostname?: string } },
): string => {
  const next = hostName(name, spec?.template?.spec.hostname);
  const now = vmi === undefined ? next : hostName(name, vmi.spec.hostname);
  return now === next ? `${VM_NAME_LABEL}=${next}` : `${VM_NAME_LABEL} in (${now},${next})`;
};
