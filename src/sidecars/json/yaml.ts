import { stringify } from 'yaml';
import type { Sidecar } from '../annotation/sidecar';
import { serializeSidecars } from '../annotation/annotation';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { KubernetesObject } from '../objects/resources';

/**
 * YAML as people write it: no line folding, so that a script or an annotation stays in one piece.
 * The module is meant to be loaded lazily: it brings the `yaml` package.
 */
export const yamlForObject = (object: KubernetesObject): string => stringify(object, { lineWidth: 0 });

/** The part of a VM manifest that attaches these sidecars. */
export const yamlForSidecars = (sidecars: readonly Sidecar[]): string =>
  stringify(
    {
      spec: {
        template: { metadata: { annotations: { [SIDECARS_ANNOTATION]: serializeSidecars(sidecars) } } },
      },
    },
    { lineWidth: 0, defaultStringType: 'PLAIN' },
  );
