import type { StoredObject } from '../cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from './objects';
import { GUIDE_SCRIPT } from './scripts';

const NAMESPACES = 10;
/** Fills a VM up to 4.7 kB, the size of VMs made from templates. */
const description = 'Made from a template to see how lists behave with many virtual machines. '.repeat(44);

/** `count` stopped VMs in ten namespaces, every second one with a sidecar. Their status is set from the start. */
export const scaleObjects = (count: number): StoredObject[] => {
  const places = Array.from({ length: Math.min(NAMESPACES, count) }, (_unused, index) => `scale-${index}`);
  return [
    ...places.flatMap((place) => [namespace(place), hookScript(place, 'xmleditscript', GUIDE_SCRIPT)]),
    ...Array.from({ length: count }, (_unused, index) => {
      const vm = virtualMachine(`scale-${index % NAMESPACES}`, `vm-${String(index).padStart(5, '0')}`, {
        runStrategy: 'Halted',
        days: index % 365,
        ...(index % 2 === 0 ? { sidecars: [onDefineDomain('xmleditscript')] } : {}),
      });
      vm.metadata.annotations = { description };
      vm.metadata.generation = 1;
      return {
        ...vm,
        status: {
          conditions: [
            { type: 'Ready', status: 'False', reason: 'VMINotExists', message: 'VMI does not exist' },
          ],
          created: false,
          desiredGeneration: 1,
          observedGeneration: 1,
          printableStatus: 'Stopped',
          ready: false,
          runStrategy: 'Halted',
        },
      };
    }),
  ];
};
