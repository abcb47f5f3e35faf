import { happened } from './diagnosisEntries';
import type { DiagnosisFinding } from './diagnosisModel';
import type { Facts } from './facts';

/** Between two attempts the instance and its pod are gone: only the VM itself still says that it crashes. */
export const crashLoop = ({ input: { vm, pods = [] }, sidecars }: Facts): DiagnosisFinding[] => {
  const { printableStatus, startFailure } = vm?.status ?? {};
  return vm === undefined ||
    printableStatus !== 'CrashLoopBackOff' ||
    sidecars.length === 0 ||
    pods.length > 0
    ? []
    : [
        happened('crashLoop', {
          evidence: [
            {
              source: {
                kind: 'object',
                object: 'VirtualMachine',
                name: vm.metadata.name,
                field: 'status',
              },
              quote: JSON.stringify({ printableStatus, startFailure }),
            },
          ],
        }),
      ];
};
