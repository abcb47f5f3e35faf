import { holderModel, ProcessedTemplateModel } from '../k8s/models';
import { resourcePath } from '../k8s/resourcePath';
import { postObject } from '../k8s/write';
import { holderKind } from '../sidecars/objects/holder';
import type { KubernetesObject } from '../sidecars/objects/resources';
import type { Template, VirtualMachineTemplate } from '../sidecars/objects/templateResources';

/**
 * The objects that the server makes of a template with these values; nothing is created. Rejects with HttpError.
 *
 * @param namespace where an OpenShift template is processed; a VirtualMachineTemplate is processed in its own
 */
export const processTemplate = async (
  object: KubernetesObject,
  values: Readonly<Record<string, string>>,
  namespace: string | undefined,
): Promise<KubernetesObject[]> => {
  if (holderKind(object) === 'Template') {
    const template = object as Template;
    const { objects = [] } = await postObject<Template>(resourcePath(ProcessedTemplateModel, { namespace }), {
      ...template,
      metadata: { ...template.metadata, namespace },
      parameters: (template.parameters ?? []).map((parameter) => ({
        ...parameter,
        value: values[parameter.name] ?? '',
      })),
    });
    return objects as unknown as KubernetesObject[];
  }
  const model = holderModel(object);
  const subresources = { ...model, apiGroup: `subresources.${model.apiGroup ?? ''}` };
  const { virtualMachine } = await postObject<VirtualMachineTemplate['spec']>(
    resourcePath(subresources, { ...object.metadata, subresource: 'process' }),
    {
      apiVersion: `${subresources.apiGroup}/${model.apiVersion}`,
      kind: 'ProcessOptions',
      parameters: values,
    },
  );
  return virtualMachine === undefined ? [] : [virtualMachine as KubernetesObject];
};
