import { buildAnnotationMove } from '../plans/vmAnnotationMove';
import { misplacedAnnotation } from '../objects/vm';
import type { Check } from './check';

/** KubeVirt copies the template's annotations to the instance, never those of the VM itself. */
export const annotationOnVmMetadata: Check = {
  id: 'annotationOnVmMetadata',
  severity: 'warning',
  run: ({ vm }) =>
    misplacedAnnotation(vm) === undefined
      ? []
      : [
          {
            id: 'annotationOnVmMetadata',
            severity: 'warning',
            params: {},
            place: { kind: 'vm', field: 'metadata.annotations' },
            ...(buildAnnotationMove(vm).kind === 'patch' ? { fix: { kind: 'moveAnnotation' } } : {}),
          },
        ],
};
