import type { ClusterHost } from '../../contract';
import { notFound, stateConflict } from '../apiError';
import { INSTANCES, readInstance } from '../behaviour';
import { isPaused } from '../conditions';
import type { InstanceController } from './instanceController';

/** Serves `subresources.kubevirt.io/v1 …/virtualmachineinstances/NAME/{pause,unpause}`, answering 202. */
export const servePause = (host: ClusterHost, controller: InstanceController): void => {
  for (const [subresource, isPause] of [
    ['pause', true],
    ['unpause', false],
  ] as const) {
    host.onSubresource(
      'subresources.kubevirt.io',
      INSTANCES,
      subresource,
      async ({ namespace = 'default', name }) => {
        const vmi = readInstance(host.store, namespace, name);
        if (vmi === undefined) {
          throw notFound('kubevirt.io', 'virtualmachineinstance', name);
        }
        const run = controller.runOf(vmi.metadata.uid ?? '');
        if (vmi.status?.phase !== 'Running' || run === undefined) {
          throw stateConflict('virtualmachineinstance', name, 'VMI is not running');
        }
        if (isPaused(vmi) === isPause) {
          const why = isPause ? 'VMI is already paused' : 'VMI is not paused';
          throw stateConflict('virtualmachineinstance', name, why);
        }
        await (isPause ? run.launcher?.libvirt.suspend() : run.launcher?.libvirt.resume());
        run.showPaused(isPause);
        return { code: 202 };
      },
    );
  }
};
