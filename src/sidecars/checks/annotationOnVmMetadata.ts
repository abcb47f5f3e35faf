import { buildAnnotationMove } from '../patches/vmAnnotationMove';
import { misplacedAnnotation } from '../vm';
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
