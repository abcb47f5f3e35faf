import type { Sidecar } from './sidecar';
import { visibleValue } from '../text/visibleText';

/**
 * The name of a sidecar on screen: its script's ConfigMap and key, else its PVC, else its image. Empty if it has none.
 */
export const sidecarName = ({ configMap, pvc, image }: Sidecar): string =>
  visibleValue(configMap === undefined ? (pvc?.name ?? image ?? '') : `${configMap.name}/${configMap.key}`);
