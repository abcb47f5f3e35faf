import { BASE_TEMPLATE, TEMPLATE_TYPE_LABEL } from '../annotation/constants';
import { holderKind } from '../objects/holder';
import type { KubernetesObject } from '../objects/resources';

/** Whether it is one of OpenShift Virtualization's templates, whose changes its operator reverts. */
export const isBaseTemplate = (object: KubernetesObject): boolean =>
  holderKind(object) === 'Template' && object.metadata.labels?.[TEMPLATE_TYPE_LABEL] === BASE_TEMPLATE;
