import type { CopyNote } from './copyNote';
import { noteIfAny } from './copyNote';
import { fieldsOf, ifAny, pick, type Fields } from './fields';
import { quantityOf, quantityText } from './quantity';

const GIB = 2 ** 30;
/** Above 2 GiB KubeVirt plans more root ports, so that a copy with less memory would get fewer calls. */
const MOST_GUEST_BYTES = 4 * GIB;
const DEFAULT_GUEST = '256Mi';
/** The guest is paused before it uses its memory: this is for QEMU, besides the overhead that KubeVirt adds. */
const REQUESTED = '256Mi';

const CPU_FIELDS = ['cores', 'sockets', 'threads', 'maxSockets', 'model', 'features'];
const TOPOLOGY = ['cores', 'sockets', 'threads'];
const PLACEMENT = ['dedicatedCpuPlacement', 'isolateEmulatorThread', 'numa', 'realtime'];

const isOn = (value: unknown): boolean => value !== undefined && value !== false;

/** KubeVirt takes the number of sockets from the CPU resources if the VM has no topology. */
const socketsOf = (cpu: Fields, requests: Fields, limits: Fields): Fields => {
  const asked = quantityOf(requests.cpu) ?? quantityOf(limits.cpu);
  return TOPOLOGY.some((field) => cpu[field] !== undefined) || asked === undefined
    ? {}
    : { sockets: Math.max(1, Math.ceil(asked)) };
};

/** The CPU, memory and resources of a copy: as the guest sees them, but with small requests and nothing reserved. */
export const copyResources = (domain: Fields): { fields: Fields; notes: CopyNote[] } => {
  const cpu = fieldsOf(domain.cpu);
  const memory = fieldsOf(domain.memory);
  const resources = fieldsOf(domain.resources);
  const [requests, limits] = [fieldsOf(resources.requests), fieldsOf(resources.limits)];
  const asked = quantityText(memory.guest ?? requests.memory ?? limits.memory) || DEFAULT_GUEST;
  const bytes = quantityOf(asked) ?? 0;
  const guest = bytes > MOST_GUEST_BYTES ? '4Gi' : bytes > 0 ? asked : DEFAULT_GUEST;
  const isLess = guest !== asked;
  const isTiny = (quantityOf(guest) ?? 0) < (quantityOf(REQUESTED) ?? 0);
  const copiedLimits = {
    // A quota on limits requires them; the number of CPUs is given by the topology.
    ...(limits.cpu === undefined ? {} : { cpu: '1' }),
    ...(limits.memory === undefined ? {} : { memory: guest }),
  };
  return {
    fields: {
      ...ifAny('cpu', { ...pick(cpu, CPU_FIELDS), ...socketsOf(cpu, requests, limits) }),
      memory: { guest },
      resources: {
        requests: { cpu: '100m', memory: isTiny ? guest : REQUESTED },
        ...ifAny('limits', copiedLimits),
      },
    },
    notes: [
      ...noteIfAny('lessMemory', isLess ? [asked, guest] : []),
      ...noteIfAny('memoryHotplug', memory.maxGuest === undefined ? [] : [quantityText(memory.maxGuest)]),
      ...noteIfAny('hugepages', memory.hugepages === undefined ? [] : ['hugepages']),
      ...noteIfAny(
        'cpuPlacement',
        PLACEMENT.filter((field) => isOn(cpu[field])),
      ),
    ],
  };
};
