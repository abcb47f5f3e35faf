import type { VirtualMachine } from '../../objects/resources';

interface Topology {
  sockets?: number;
  cores?: number;
  threads?: number;
}

/**
 * Whether the field for multiple queues gives this interface, or all if it has no name, so many queues, and no other. It
 * gives all virtio interfaces as many as the VM has CPUs. These are not known if an instance type or a preference says them.
 */
export const isMultiqueueEnough = (vm: VirtualMachine, name: string, queues: number): boolean => {
  const { template, instancetype, preference } = vm.spec;
  const domain = template?.spec.domain;
  if (domain?.cpu === undefined || instancetype !== undefined || preference !== undefined) {
    return false;
  }
  const { sockets = 0, cores = 0, threads = 0 } = domain.cpu as Topology;
  if (sockets + cores + threads === 0) {
    return false;
  }
  const cpus = [sockets, cores, threads].reduce((product, count) => product * Math.max(count, 1), 1);
  const interfaces = (domain.devices as { interfaces?: { name: string; model?: string }[] }).interfaces ?? [];
  const virtio = interfaces.filter(({ model = 'virtio' }) => model === 'virtio');
  return (
    queues > 1 &&
    queues === cpus &&
    virtio.length > 0 &&
    (name === '' || virtio.every((each) => each.name === name))
  );
};
