import { KUBERNETES_VERSION } from '../kubernetesVersion';
import type { ResourceType } from '../contract';
import type { EmbeddedHost } from './embeddedHost';

/*
 * OpenAPI documents without field descriptions: kubectl reads from them which resources there are and that writes
 * take `fieldValidation` and `dryRun`; then it leaves validation to the server.
 */

const INFO = { title: 'Kubernetes', version: `v${KUBERNETES_VERSION}` };

const OPEN_OBJECT = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

const versionPath = (group: string, version: string): string =>
  group === '' ? `api/${version}` : `apis/${group}/${version}`;

const versionsOf = (type: ResourceType): string[] => [type.version, ...(type.alsoServedAs ?? [])];

const schemaName = ({ group, kind }: ResourceType, version: string): string =>
  [...(group === '' ? ['core', 'k8s', 'io'] : group.split('.')).toReversed(), version, kind].join('.');

/** Which OpenAPI v3 documents there are: one per group and version. */
export const openApiV3Index = (host: EmbeddedHost): Record<string, unknown> => {
  const paths = new Set(
    host.store.types().flatMap((type) => versionsOf(type).map((version) => versionPath(type.group, version))),
  );
  return {
    paths: Object.fromEntries([...paths].map((path) => [path, { serverRelativeURL: `/openapi/v3/${path}` }])),
  };
};

const queryParameter = (name: string): Record<string, unknown> => ({
  name,
  in: 'query',
  schema: { type: 'string', uniqueItems: true },
});

const operation = (
  type: ResourceType,
  version: string,
  action: string,
  write: boolean,
): Record<string, unknown> => {
  const reference = { $ref: `#/components/schemas/${schemaName(type, version)}` };
  return {
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': { group: type.group, version, kind: type.kind },
    parameters: write ? ['dryRun', 'fieldManager', 'fieldValidation'].map(queryParameter) : [],
    responses: { 200: { description: 'OK', content: { 'application/json': { schema: reference } } } },
  };
};

const pathsOf = (type: ResourceType, version: string): [string, Record<string, unknown>][] => {
  const base = `/${versionPath(type.group, version)}/${type.namespaced ? 'namespaces/{namespace}/' : ''}${type.plural}`;
  return [
    [
      base,
      {
        get: operation(type, version, 'list', false),
        post: operation(type, version, 'post', true),
      },
    ],
    [
      `${base}/{name}`,
      {
        get: operation(type, version, 'get', false),
        put: operation(type, version, 'put', true),
        patch: operation(type, version, 'patch', true),
        delete: operation(type, version, 'delete', false),
      },
    ],
  ];
};

/** The OpenAPI v3 document of a group and version, named as in the index; undefined when there is none. */
export const openApiV3 = (host: EmbeddedHost, name: string): Record<string, unknown> | undefined => {
  const served = host.store
    .types()
    .flatMap((type) => versionsOf(type).map((version) => ({ type, version })))
    .filter(({ type, version }) => versionPath(type.group, version) === name);
  if (served.length === 0) {
    return undefined;
  }
  const schemas = served.map(({ type, version }): [string, unknown] => [
    schemaName(type, version),
    { ...OPEN_OBJECT, 'x-kubernetes-group-version-kind': [{ group: type.group, version, kind: type.kind }] },
  ]);
  return {
    openapi: '3.0.0',
    info: INFO,
    paths: Object.fromEntries(served.flatMap(({ type, version }) => pathsOf(type, version))),
    components: { schemas: Object.fromEntries(schemas) },
  };
};

/** OpenAPI v2 is there for clients that insist on the path; it describes nothing. */
export const openApiV2 = (): Record<string, unknown> => ({
  swagger: '2.0',
  info: INFO,
  paths: {},
  definitions: {},
});

export const PROTOBUF_TYPE = 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';

/** A field of a protobuf message: all are of the kind that begins with its length, and shorter than 128 bytes. */
const field = (number: number, content: string): string =>
  String.fromCharCode(number * 8 + 2, content.length) + content;

/** The same as protobuf: kubectl takes nothing else, and reads it when a file holds a List. */
export const openApiV2Protobuf = (): string =>
  field(1, '2.0') + field(2, field(1, INFO.title) + field(2, INFO.version));
