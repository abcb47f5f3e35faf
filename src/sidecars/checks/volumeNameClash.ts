import { volumeNames } from '../objects/vm';
import { sidecarCheck } from './sidecarCheck';

/** The VM's volumes become pod volumes of the same names, beside those of the sidecars. */
export const volumeNameClash = sidecarCheck('volumeNameClash', 'error', ({ sidecar, context }) => {
  const taken = volumeNames(context.vm);
  return (['configMap', 'pvc'] as const).flatMap((source) => {
    const name = sidecar[source]?.name;
    return name !== undefined && taken.includes(name) ? [{ field: `${source}.name`, params: { name } }] : [];
  });
});
