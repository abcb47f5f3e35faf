import type { VirtualMachineInstance } from '../../../src/sidecars/objects/resources';

/** The longest DNS label. */
const MOST = 63;

/** The guest's host name, which is that of its pods as well: as asked for, or from the instance's name. */
export const hostName = ({ metadata, spec }: VirtualMachineInstance): string =>
  spec.hostname === undefined || spec.hostname === ''
    ? (metadata.name.split('.')[0] ?? '').slice(0, MOST)
    : spec.hostname;
