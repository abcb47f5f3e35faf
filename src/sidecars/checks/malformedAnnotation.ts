import type { Check } from './check';

/** Admission accepts any text; the VM's start then fails without a pod. What was meant only the user knows: no fix. */
export const malformedAnnotation: Check = {
  id: 'malformedAnnotation',
  severity: 'error',
  run: ({ parsed }) => {
    if (parsed.kind !== 'malformed' || parsed.problem.code === 'blank') {
      return [];
    }
    const { message, line, column, problem } = parsed;
    return [
      {
        id: 'malformedAnnotation',
        severity: 'error',
        params: { message, line, column, ...problem },
        place: { kind: 'annotation' },
      },
    ];
  },
};
