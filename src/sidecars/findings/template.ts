import { parseSidecars } from '../annotation/annotation';
import { vmCheck } from '../checks/sidecarCheck';
import { holderKind } from '../objects/holder';
import { sourceOf } from '../objects/templateVm';
import { defaultsOf, hasParameters, parametersOf, referencesIn, withValues } from '../templates/parameters';
import { t } from './finding';

/** What can be wrong with the parameters in the annotation of a template's VM. */
export const templateChecks = {
  /** OpenShift leaves what it does not know as it is; it may be a variable of a shell. */
  parameterUndefined: vmCheck({
    severity: 'error',
    title: t('Parameter undefined'),
    what: t('The template has no parameter {{parameter}}'),
    why: t(
      "The annotation has it in $ and braces. The template is refused: found parameter '{{parameter}}' but it was not defined.",
    ),
    cure: t('Add the parameter to the template. For a variable of a shell, write $ without braces.'),
    find: ({ vm, parsed }) => {
      const { object } = sourceOf(vm);
      if (holderKind(object) !== 'VirtualMachineTemplate' || parsed.kind === 'absent') {
        return [];
      }
      const defined = new Set(parametersOf(object).map(({ name }) => name));
      return referencesIn(parsed.text)
        .filter((name) => !defined.has(name))
        .map((parameter) => ({ params: { parameter } }));
    },
  }),
  parameterBreaksJson: vmCheck({
    severity: 'error',
    title: t('Parameter not valid'),
    what: t('The default value of parameter {{parameter}} makes the annotation invalid'),
    why: t(
      'The value becomes part of the JSON text as it is. KubeVirt then makes no pod: the VM does not start.',
    ),
    cure: t('Use a value without quotation marks, backslashes and line breaks.'),
    find: ({ vm, parsed }) => {
      if (parsed.kind !== 'parsed' || !hasParameters(vm)) {
        return [];
      }
      const defaults = defaultsOf(sourceOf(vm).object);
      return referencesIn(parsed.text).flatMap((parameter) => {
        const value = defaults.get(parameter);
        return value !== undefined &&
          parseSidecars(withValues(parsed.text, new Map([[parameter, value]]))).kind === 'malformed'
          ? [{ params: { parameter } }]
          : [];
      });
    },
  }),
};
