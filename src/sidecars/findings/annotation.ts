import { MOST_CHECKED, sidecarsIn } from '../annotation/annotation';
import { RAW_IO_ANNOTATION } from '../annotation/constants';
import { vmCheck } from '../checks/sidecarCheck';
import { misplacedAnnotation } from '../objects/vm';
import { buildAnnotationMove } from '../plans/vmAnnotationMove';
import { t } from './finding';

/** Linux takes no argument of this size or more; the VMI is one argument of every script. */
const LIMIT_BYTES = 131_072;

/** What KubeVirt adds to the template until the VMI is complete: defaults, status, names. */
const RESERVE_BYTES = 12_288;

/** What can be wrong with the annotation as a whole, and with the VM that has it. */
export const annotationChecks = {
  gateOff: vmCheck({
    severity: 'error',
    what: t('The feature gate Sidecar is off'),
    why: t('KubeVirt refuses every change of a VM that has hook sidecars, and its start.'),
    cure: t('A cluster administrator can enable it on the Feature gate tab.'),
    find: ({ gate, parsed }) => (gate?.enabled === false && parsed.kind !== 'absent' ? [{}] : []),
  }),
  blankAnnotation: vmCheck({
    severity: 'error',
    title: t('Annotation empty'),
    what: t('The annotation is empty'),
    why: t('KubeVirt accepts an empty annotation and then makes no pod: the VM does not start.'),
    cure: t('Remove the annotation.'),
    find: ({ parsed }) =>
      parsed.kind === 'malformed' && parsed.problem.code === 'blank'
        ? [{ fix: { kind: 'removeAnnotation' } }]
        : [],
  }),
  /** What was meant only the user knows: no fix. */
  malformedAnnotation: vmCheck({
    severity: 'error',
    title: t('Annotation not valid'),
    what: ({ code }) =>
      code === 'wrongType'
        ? t('The annotation has a wrong value at line {{line}}, column {{column}}')
        : t('The annotation is not valid JSON: line {{line}}, column {{column}}'),
    why: t('KubeVirt accepts it and then makes no pod: the VM does not start. It says: {{message}}'),
    cure: ({ code }): string =>
      code === 'wrongType'
        ? t('At {{path}} there must be: {{expected}}. Now it is: {{found}}.')
        : t('Repair the text, or remove the annotation.'),
    find: ({ parsed }) => {
      if (parsed.kind !== 'malformed' || parsed.problem.code === 'blank') {
        return [];
      }
      const { message, line, column, problem } = parsed;
      // The root of the annotation has no path of its own.
      const wrong = problem.code === 'wrongType' ? { ...problem, path: problem.path || '[]' } : problem;
      return [{ params: { message, line, column, ...wrong } }];
    },
  }),
  tooManySidecars: vmCheck({
    severity: 'warning',
    title: t('Too many sidecars'),
    what: t('Only the first {{limit}} of {{number}} sidecars are checked'),
    why: t('Each sidecar is one more container in the pod of the VM. Checking so many would block the page.'),
    cure: t('Remove the sidecars that are not needed.'),
    find: ({ parsed }) => {
      const number = sidecarsIn(parsed).length;
      return number > MOST_CHECKED ? [{ params: { number, limit: MOST_CHECKED } }] : [];
    },
  }),
  /** KubeVirt copies the template's annotations to the instance, never those of the VM itself. */
  annotationOnVmMetadata: vmCheck({
    severity: 'warning',
    skipsScript: 'warning',
    title: t('Annotation misplaced'),
    what: t('The annotation is on the VM itself, not on its template'),
    why: t('KubeVirt does not look there: the VM starts unchanged, and nothing says so.'),
    cure: t('Move it to spec.template.metadata.annotations.'),
    find: ({ vm }) =>
      misplacedAnnotation(vm) === undefined
        ? []
        : [
            {
              place: { kind: 'vm', field: 'metadata.annotations' },
              fix: buildAnnotationMove(vm).kind === 'patch' ? { kind: 'moveAnnotation' } : undefined,
            },
          ],
  }),
  /** The add-on's webhook writes back only the image and its pull policy of each sidecar. */
  rawIoDropsScripts: vmCheck({
    severity: 'warning',
    title: t('Raw I/O add-on'),
    what: t('The raw I/O add-on drops the hook scripts of this VM'),
    why: t(
      'The template has the annotation kubevirt.io/rawioSupport. The webhook of the add-on keeps only image and imagePullPolicy of each sidecar: the sidecar then ends at once, and the VM does not start.',
    ),
    cure: t('Remove the hook scripts, or kubevirt.io/rawioSupport.'),
    find: ({ vm, parsed }) =>
      vm.spec.template?.metadata?.annotations?.[RAW_IO_ANNOTATION] !== undefined &&
      sidecarsIn(parsed).some(
        ({ configMap, pvc, args, command }) =>
          configMap !== undefined || pvc !== undefined || args !== undefined || command !== undefined,
      )
        ? [{}]
        : [],
  }),
  /** The VMI holds all of the template, inline cloud-init data included. */
  argumentTooLong: vmCheck({
    severity: 'error',
    title: t('Template too large'),
    what: t('The template of the VM takes {{bytes}} of {{limit}} bytes that an argument may have'),
    why: t(
      'Each script gets the whole instance as one argument. Above the limit it cannot be started: argument list too long.',
    ),
    cure: t('Move cloud-init user data into a Secret, or make it smaller.'),
    find: ({ vm, parsed }) => {
      const { template } = vm.spec;
      if (template === undefined || sidecarsIn(parsed).length === 0) {
        return [];
      }
      const bytes = new TextEncoder().encode(JSON.stringify(template)).length;
      return bytes + RESERVE_BYTES < LIMIT_BYTES
        ? []
        : [
            {
              severity: bytes < LIMIT_BYTES ? 'warning' : 'error',
              params: { bytes, limit: LIMIT_BYTES },
              place: { kind: 'vm', field: 'spec.template.spec' },
            },
          ];
    },
  }),
};
