import { readJson, type JsonNode, type JsonText } from '../json/jsonText';
import type { Sidecar } from './sidecar';
import { decodeSidecar, WrongType } from './sidecarDecoder';
import { fieldOf, type ObjectName } from './sidecarFields';

type ObjectNode = Extract<JsonNode, { type: 'object' }>;

const renamed = (node: JsonNode, object: ObjectName, from: string, to: string): ObjectNode | undefined =>
  node.type !== 'object' || node.members.some(({ key }) => fieldOf(object, key) === to)
    ? undefined
    : {
        ...node,
        members: node.members.map((member) => (member.key === from ? { ...member, key: to } : member)),
      };

/** The node with the member `name` put through `change`; the last one where there are several, as KubeVirt reads it. */
const withMember = (
  node: JsonNode,
  name: Exclude<ObjectName, 'sidecar'>,
  change: (member: JsonNode) => JsonNode | undefined,
): JsonNode | undefined => {
  const at =
    node.type === 'object' ? node.members.findLastIndex(({ key }) => fieldOf('sidecar', key) === name) : -1;
  const member = node.type === 'object' ? node.members[at] : undefined;
  const changed = member && change(member.node);
  return node.type !== 'object' || member === undefined || changed === undefined
    ? undefined
    : { ...node, members: node.members.with(at, { ...member, node: changed }) };
};

let lastRead: { text: string; json: JsonText } | undefined;

/** One annotation is asked for many fields. */
const readAgain = (text: string): JsonText => {
  if (lastRead?.text !== text) {
    lastRead = { text, json: readJson(text) };
  }
  return lastRead.json;
};

/**
 * The sidecar at `index` of an annotation with the key `from` of one of its objects spelt `to`; undefined where that
 * field is there already, or its value is not what KubeVirt reads there.
 */
export const renamedField = (
  text: string,
  index: number,
  object: ObjectName,
  from: string,
  to: string,
): Sidecar | undefined => {
  const json = readAgain(text);
  const entry = json.ok && json.node.type === 'array' ? json.node.items[index] : undefined;
  const changed =
    entry &&
    (object === 'sidecar'
      ? renamed(entry, object, from, to)
      : withMember(entry, object, (member) => renamed(member, object, from, to)));
  if (changed === undefined) {
    return undefined;
  }
  try {
    return decodeSidecar(changed, `[${index}]`);
  } catch (error) {
    if (error instanceof WrongType) {
      return undefined;
    }
    throw error;
  }
};
