import { createHash } from 'node:crypto';
import type { Pod } from '../../../../src/sidecars/objects/resources';

/** The cluster's nodes: instances run on the first, migrations alternate. */
export const NODE_NAMES = ['worker-0', 'worker-1'] as const;
export const nodeName = NODE_NAMES[0];

/** The address of a pod: made of its uid, so that it needs no bookkeeping. */
export const podAddress = (pod: Pod): string => {
  const hash = createHash('sha1')
    .update(pod.metadata.uid ?? '')
    .digest();
  return `10.128.${hash.readUInt8(0) % 4}.${2 + (hash.readUInt8(1) % 250)}`;
};

export const nodeAddress = (name: string): string =>
  `10.10.10.${NODE_NAMES.findIndex((known) => known === name) + 10}`;
