import type { Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { errorMessage } from '../apiError';
import { asStored, type Behaviour } from '../behaviour';
import { generatedSuffix } from '../generatedName';
import { runningRelease, seccompProfile } from '../hco/featureGates';
import type { Release } from '../release';
import { hookSidecars, type HookSidecar } from '../sidecar/hookSidecarList';
import { renderPod } from './renderPod';

/** virt-controller could not render the pod; only the instance's condition reports it. */
export class RenderError extends Error {
  constructor(cause: unknown) {
    super(`failed to render launch manifest: ${errorMessage(cause)}`);
  }
}

const readSidecars = (
  vmi: VirtualMachineInstance,
  store: Store,
  { mountsScripts }: Release,
): HookSidecar[] => {
  const written = hookSidecars(vmi.metadata.annotations);
  const sidecars = mountsScripts
    ? written
    : written.map((sidecar) => ({ ...sidecar, configMap: undefined, pvc: undefined }));
  for (const { configMap } of sidecars) {
    const name = configMap?.name ?? '';
    if (name !== '' && store.get('configmaps', vmi.metadata.namespace, name) === undefined) {
      throw new Error(`configmaps "${name}" not found`);
    }
  }
  return sidecars;
};

/**
 * Renders and creates the virt-launcher pod of an instance. Throws RenderError, or the API server's refusal of the
 * pod.
 */
export const createPod = (
  { store, timing, admitted }: Behaviour,
  vmi: VirtualMachineInstance,
  labels: Record<string, string> = {},
): { pod: Pod; sidecars: HookSidecar[] } => {
  const release = runningRelease(store);
  let sidecars: HookSidecar[];
  try {
    sidecars = readSidecars(vmi, store, release);
  } catch (error) {
    throw new RenderError(error);
  }
  // Real virt-launchers wait up to two minutes longer, so that they do not all time out at once.
  const timeout = Math.round(timing.hookSocketTimeout / 1000) + Math.floor(Math.random() * 120);
  const template = renderPod(vmi, sidecars, release, timeout, seccompProfile(store));
  const metadata = {
    ...template.metadata,
    name: `${template.metadata.generateName ?? ''}${generatedSuffix()}`,
    labels: { ...template.metadata.labels, ...labels },
  };
  return {
    pod: admitted.create('pods', asStored({ ...template, metadata })) as unknown as Pod,
    sidecars,
  };
};
