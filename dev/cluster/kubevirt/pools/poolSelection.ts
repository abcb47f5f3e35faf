import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import { selects } from '../labelSelector';
import type { Pool } from './pool';
import { indexOf } from './poolMachine';

type Strategy = Pool['spec']['updateStrategy'];

const createdAt = ({ metadata }: VirtualMachine): number => Date.parse(metadata.creationTimestamp ?? '');

const shuffled = (vms: readonly VirtualMachine[]): VirtualMachine[] =>
  vms
    .map((vm) => ({ vm, place: Math.random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ vm }) => vm);

/** The VMs in the order in which a strategy takes them; by default a random one. */
export const inOrder = (vms: readonly VirtualMachine[], strategy: Strategy): VirtualMachine[] => {
  const copy = shuffled(vms);
  switch (strategy?.proactive?.selectionPolicy?.sortPolicy) {
    case 'AscendingOrder':
      return copy.sort((left, right) => indexOf(left) - indexOf(right));
    case 'DescendingOrder':
      return copy.sort((left, right) => indexOf(right) - indexOf(left));
    case 'Newest':
      return copy.sort((left, right) => createdAt(right) - createdAt(left));
    case 'Oldest':
      return copy.sort((left, right) => createdAt(left) - createdAt(right));
    default:
      return copy;
  }
};

/** Those of the VMs that a strategy selects by the labels of their template. */
export const selected = (vms: readonly VirtualMachine[], strategy: Strategy): VirtualMachine[] =>
  vms.filter((vm) =>
    selects(
      strategy?.proactive?.selectionPolicy?.selectors?.labelSelector,
      vm.spec.template?.metadata?.labels ?? {},
    ),
  );
