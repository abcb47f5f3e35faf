import { stringify } from 'yaml';
import type { Sidecar } from '../annotation/sidecar';
import { serializeSidecars } from '../annotation/annotation';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { KubernetesObject } from '../objects/resources';

/**
 * YAML without line folding, so that scripts and annotations stay in one piece. Load this module lazily, because it
 * brings the `yaml` package.
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
