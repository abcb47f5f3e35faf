import { VM_NAME_LABEL } from '../annotation/constants';
import type { ObjectMeta } from './resources';

/** The longest DNS label. */
const MOST = 63;

/** The known fields of a VM. */
interface Named {
  metadata: Pick<ObjectMeta, 'name'>;
  /** The template of its next instance. */
  spec?: { template?: { spec: { hostname?: string } } };
}

const hostName = (name: string, asked = ''): string =>
  asked === '' ? (name.split('.')[0] ?? '').slice(0, MOST) : asked;

/**
 * The label selector of a VM's pods. KubeVirt writes the guest's host name into the label, which is the VM's name only
 * if the VM has no other host name, and the name is short and without dots. Other VMs may have the same host name.
 *
 * @param vmi the running instance, which has the host name from before the VM was edited
 */
export const launcherSelector = (
  { metadata: { name }, spec }: Named,
  vmi?: { spec: { hostname?: string } },
): string => {
  const next = hostName(name, spec?.template?.spec.hostname);
  const now = vmi === undefined ? next : hostName(name, vmi.spec.hostname);
  return now === next ? `${VM_NAME_LABEL}=${next}` : `${VM_NAME_LABEL} in (${now},${next})`;
};
