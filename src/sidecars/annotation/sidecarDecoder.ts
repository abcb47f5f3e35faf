import type { JsonNode, JsonType } from '../json/jsonText';
import { jsonValue } from '../json/jsonText';
import type { ConfigMapSource, PvcSource, Sidecar } from './sidecar';
import { fieldOf, type ObjectName } from './sidecarFields';

/** Thrown inside the codec when a value has another type than KubeVirt reads there. */
export class WrongType extends Error {
  constructor(
    readonly path: string,
    readonly expected: JsonType,
    readonly node: JsonNode,
  ) {
    super(`${path} must be ${expected}, not ${node.type}`);
  }
}

type Fields = Map<string, JsonNode[]>;

interface DecodedObject {
  /** The values of the known fields, by canonical name; all of them where a key occurs more than once. */
  fields: Fields;
  extra: Record<string, unknown>;
  writtenKeys: string[];
}

const decodeMembers = (name: ObjectName, path: string, nodes: readonly JsonNode[]): DecodedObject => {
  const fields: Fields = new Map();
  const extra = new Map<string, unknown>();
  /** By canonical name, so that of several spellings the last one, which counts, is kept. */
  const written = new Map<string, string>();
  for (const node of nodes) {
    if (node.type !== 'object') {
      throw new WrongType(path, 'object', node);
    }
    for (const { key, node: member } of node.members) {
      const field = fieldOf(name, key);
      written.set(field ?? `extra ${key}`, key);
      if (field === undefined) {
        extra.set(key, jsonValue(member));
      } else if (member.type !== 'null') {
        fields.set(field, [...(fields.get(field) ?? []), member]);
      }
    }
  }
  return { fields, extra: Object.fromEntries(extra), writtenKeys: [...written.values()] };
};

const text = (fields: Fields, field: string, path: string): string | undefined => {
  let value: string | undefined;
  for (const node of fields.get(field) ?? []) {
    if (node.type !== 'string') {
      throw new WrongType(`${path}.${field}`, 'string', node);
    }
    value = node.value;
  }
  return value;
};

const texts = (fields: Fields, field: string, path: string): string[] | undefined => {
  let value: string[] | undefined;
  for (const node of fields.get(field) ?? []) {
    if (node.type !== 'array') {
      throw new WrongType(`${path}.${field}`, 'array', node);
    }
    value = node.items.map((item, index) => {
      if (item.type !== 'string' && item.type !== 'null') {
        throw new WrongType(`${path}.${field}[${index}]`, 'string', item);
      }
      return item.value ?? '';
    });
  }
  return value;
};

const withoutUndefined = <T extends object>(object: { [K in keyof T]: T[K] | undefined }): T => {
  const defined: Partial<T> = {};
  for (const key in object) {
    if (object[key] !== undefined) {
      defined[key] = object[key];
    }
  }
  return defined as T;
};

const nestedExtra = (extra: Record<string, unknown>): Record<string, unknown> | undefined =>
  Object.keys(extra).length === 0 ? undefined : extra;

const decodeConfigMap = (nodes: readonly JsonNode[], path: string): ConfigMapSource => {
  const { fields, extra, writtenKeys } = decodeMembers('configMap', path, nodes);
  return withoutUndefined<ConfigMapSource>({
    name: text(fields, 'name', path) ?? '',
    key: text(fields, 'key', path) ?? '',
    hookPath: text(fields, 'hookPath', path) ?? '',
    extra: nestedExtra(extra),
    writtenKeys,
  });
};

const decodePvc = (nodes: readonly JsonNode[], path: string): PvcSource => {
  const { fields, extra, writtenKeys } = decodeMembers('pvc', path, nodes);
  return withoutUndefined<PvcSource>({
    name: text(fields, 'name', path) ?? '',
    volumePath: text(fields, 'volumePath', path) ?? '',
    sharedComputePath: text(fields, 'sharedComputePath', path),
    extra: nestedExtra(extra),
    writtenKeys,
  });
};

/** Reads one entry as KubeVirt does: null is an empty entry, keys match in any case, the last of several counts. */
export const decodeSidecar = (node: JsonNode, path: string): Sidecar => {
  if (node.type === 'null' || (node.type === 'object' && node.members.length === 0)) {
    return { extra: {}, writtenKeys: [] };
  }
  const { fields, extra, writtenKeys } = decodeMembers('sidecar', path, [node]);
  const configMap = fields.get('configMap');
  const pvc = fields.get('pvc');
  return withoutUndefined<Sidecar>({
    image: text(fields, 'image', path),
    imagePullPolicy: text(fields, 'imagePullPolicy', path),
    command: texts(fields, 'command', path),
    args: texts(fields, 'args', path),
    configMap: configMap && decodeConfigMap(configMap, `${path}.configMap`),
    pvc: pvc && decodePvc(pvc, `${path}.pvc`),
    extra,
    writtenKeys,
  });
};
