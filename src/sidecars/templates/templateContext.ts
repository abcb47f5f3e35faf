import { parseSidecars } from '../annotation/annotation';
import type { CheckContext, Found } from '../checks/check';
import type { CheckId } from '../checks/runChecks';
import { holderKind } from '../objects/holder';
import type { ConfigMap, KubernetesObject } from '../objects/resources';
import type { Template } from '../objects/templateResources';
import { sourceOf } from '../objects/templateVm';
import { defaultsOf, hasParameters, referencesIn, withValues } from './parameters';

/** The ConfigMaps among the objects of an OpenShift template, by the name that they have there. */
export const broughtConfigMaps = (object: KubernetesObject): ReadonlyMap<string, ConfigMap> =>
  new Map(
    holderKind(object) !== 'Template'
      ? []
      : ((object as Template).objects ?? []).flatMap((each): [string, ConfigMap][] => {
          const { kind, metadata } = each as Partial<ConfigMap>;
          return kind === 'ConfigMap' && typeof metadata?.name === 'string'
            ? [[metadata.name, each as unknown as ConfigMap]]
            : [];
        }),
  );

/** Whether its keys are known: lists of templates have no texts. */
const hasKeys = ([, { data, binaryData }]: [string, ConfigMap]): boolean =>
  data !== undefined || binaryData !== undefined;

/** What is known of the VMs that will be made: those of an OpenShift template may be made in any namespace. */
export const contextOfMade = (context: CheckContext): CheckContext => {
  const { object } = sourceOf(context.vm);
  return holderKind(object) === 'Template'
    ? { ...context, configMaps: new Map([...broughtConfigMaps(object)].filter(hasKeys)), pvcs: undefined }
    : context;
};

/** Two of the same text are also the same with values. */
const TRUE_OF_ANY_VALUE: readonly CheckId[] = ['duplicateConfigMap', 'volumeNameClash', 'pvcNameClash'];

/** Whether the text can be read once its parameters have values, or may be readable as far as their values are known. */
export const isReadableLater = ({ vm, parsed }: CheckContext): boolean => {
  if (parsed.kind !== 'malformed' || !hasParameters(vm)) {
    return false;
  }
  const names = referencesIn(parsed.text);
  const defaults = defaultsOf(sourceOf(vm).object);
  return (
    names.length > 0 &&
    (names.some((name) => !defaults.has(name)) ||
      parseSidecars(withValues(parsed.text, defaults)).kind !== 'malformed')
  );
};

/** Whether a check's finding about a template's VM is true of the VMs that will be made. */
export const isTrueOfMade = (id: CheckId, { params = {} }: Found, context: CheckContext): boolean => {
  const { vm } = context;
  if (id === 'configMapMissing' && holderKind(sourceOf(vm).object) === 'Template') {
    return false;
  }
  if (!hasParameters(vm) || TRUE_OF_ANY_VALUE.includes(id)) {
    return true;
  }
  return id === 'malformedAnnotation'
    ? !isReadableLater(context)
    : !Object.values(params).some((value) => typeof value === 'string' && referencesIn(value).length > 0);
};
