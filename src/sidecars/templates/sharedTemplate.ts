import { BASE_TEMPLATE, TEMPLATE_TYPE_LABEL } from '../annotation/constants';
import { holderKind } from '../objects/holder';
import type { KubernetesObject } from '../objects/resources';

/** Where OpenShift has the templates that all may use. */
export const SHARED_NAMESPACE = 'openshift';

/** Whether OpenShift Virtualization owns the template, and writes back what somebody changes. */
export const isBaseTemplate = (object: KubernetesObject): boolean =>
  holderKind(object) === 'Template' && object.metadata.labels?.[TEMPLATE_TYPE_LABEL] === BASE_TEMPLATE;

/** Whether the template is for all projects, so that nobody changes it for one VM. */
export const isSharedTemplate = (object: KubernetesObject): boolean =>
  isBaseTemplate(object) ||
  (holderKind(object) === 'Template' && object.metadata.namespace === SHARED_NAMESPACE);
