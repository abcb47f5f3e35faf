import type { ClusterHost } from '../../contract';
import { ApiError, notFound, stateConflict } from '../apiError';
import { INSTANCES, readInstance } from '../behaviour';
import type { InstanceController } from './instanceController';

/** Serves `subresources.kubevirt.io/v1 …/virtualmachineinstances/NAME/console`, as virtctl and consoles ask for it. */
export const serveConsole = (host: ClusterHost, controller: InstanceController): void => {
  host.onStream('subresources.kubevirt.io', INSTANCES, 'console', ({ namespace = 'default', name }) => {
    const instance = readInstance(host.store, namespace, name);
    if (instance === undefined) {
      throw notFound('kubevirt.io', 'virtualmachineinstance', name);
    }
    const launcher = controller.runOf(instance.metadata.uid ?? '')?.launcher;
    if (instance.status?.phase !== 'Running' || launcher === undefined) {
      throw stateConflict('virtualmachineinstance', name, 'VMI is not running');
    }
    const stream = launcher.libvirt.console();
    if (stream === undefined) {
      throw new ApiError({ code: 400, reason: 'BadRequest', message: 'No serial consoles are present.' });
    }
    return stream;
  });
};
