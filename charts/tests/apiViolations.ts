import { Ajv } from 'ajv';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ClusterRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole';
import { ClusterRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import { CONSOLE_SCHEMAS } from './consoleSchemas';
import type { Rendered } from './renderChart';

interface KubernetesKind {
  apiVersion: string;
  new (data: never): { validate(): void };
}

const KINDS: Readonly<Record<string, KubernetesKind>> = {
  Deployment,
  Job,
  NetworkPolicy,
  PodDisruptionBudget,
  ClusterRole,
  ClusterRoleBinding,
  ConfigMap,
  Service,
  ServiceAccount,
};

const ajv = new Ajv({ allErrors: true });

const kubernetesViolations = (object: Rendered): string[] => {
  const Kind = KINDS[object.kind];
  if (Kind?.apiVersion !== object.apiVersion) {
    return [`no schema for ${object.apiVersion} ${object.kind}`];
  }
  try {
    new Kind(object as never).validate();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

const consoleViolations = (object: Rendered): string[] => {
  const schema = CONSOLE_SCHEMAS[object.kind];
  if (schema === undefined) {
    return [`no schema for ${object.apiVersion} ${object.kind}`];
  }
  return ajv.validate(schema, object) ? [] : [ajv.errorsText()];
};

/**
 * What violates the schema of the object's API; empty if nothing does. Kubernetes' kinds are checked against its
 * OpenAPI document, the console's kinds against the fields of their CRDs. An unknown kind is a violation.
 */
export const apiViolations = (object: Rendered): string[] =>
  object.apiVersion.startsWith('console.openshift.io/')
    ? consoleViolations(object)
    : kubernetesViolations(object);
