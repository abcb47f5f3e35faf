import type { Check } from './check';

/** Admission accepts a blank annotation, and then no pod can be made. */
export const blankAnnotation: Check = {
  id: 'blankAnnotation',
  severity: 'error',
  run: ({ parsed }) =>
    parsed.kind === 'malformed' && parsed.problem.code === 'blank'
      ? [
          {
            id: 'blankAnnotation',
            severity: 'error',
            params: {},
            place: { kind: 'annotation' },
            fix: { kind: 'removeAnnotation' },
          },
        ]
      : [],
};
