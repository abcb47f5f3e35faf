import { MADE_FROM_LABEL, MADE_FROM_NAMESPACE_LABEL, TEMPLATE_TYPE_LABEL } from '../annotation/constants';
import type { ObjectMeta } from '../objects/resources';
import type { Template } from '../objects/templateResources';
import { vmsOfHolder, sourceOf } from '../objects/templateVm';

const MADE_FROM_VERSION = 'vm.kubevirt.io/template.version';

/** With these, the operator and the console would take the copy for one of the operator's templates. */
const OF_OPERATOR = [
  /^app\.kubernetes\.io\//,
  /^operator-sdk\//,
  /^template\.kubevirt\.io\/(version|default-os-variant|deprecated|provider.*)$/,
  /^openshift\.io\/(provider-display-name|support-url)$/,
  /^kubectl\.kubernetes\.io\/last-applied-configuration$/,
];

const own = (fields: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => !OF_OPERATOR.some((pattern) => pattern.test(name))),
  );

/** The template for a project of the user, as the console copies it: VMs made from it name the copy. */
export const copyOfTemplate = (template: Template, namespace: string, name: string): Template => {
  const { labels, annotations } = template.metadata;
  const places = new Set(vmsOfHolder(template).map((vm) => sourceOf(vm).path[1]));
  const objects = template.objects?.map((object, index) => {
    if (!places.has(index)) {
      return object;
    }
    const metadata = (object.metadata ?? {}) as Partial<ObjectMeta>;
    const kept = Object.entries(metadata.labels ?? {}).filter(([label]) => label !== MADE_FROM_VERSION);
    const madeFrom = { [MADE_FROM_LABEL]: name, [MADE_FROM_NAMESPACE_LABEL]: namespace };
    return {
      ...object,
      metadata: { ...metadata, labels: { ...Object.fromEntries(kept), ...madeFrom } },
    };
  });
  return {
    ...template,
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    metadata: {
      name,
      namespace,
      labels: {
        ...own(labels),
        [TEMPLATE_TYPE_LABEL]: 'vm',
        [MADE_FROM_LABEL]: template.metadata.name,
        ...(template.metadata.namespace !== undefined && {
          [MADE_FROM_NAMESPACE_LABEL]: template.metadata.namespace,
        }),
      },
      annotations: own(annotations),
    },
    ...(objects && { objects }),
  };
};
