import { readJson, type JsonNode, type JsonType } from './jsonText';
import { positionOf, type TextPosition } from '../text/textPosition';

export interface MalformedList extends TextPosition {
  kind: 'malformed';
  text: string;
  problem: 'syntax' | 'tooDeep' | 'notAList';
  /** The message of the component that reads the annotation; not translated. */
  message: string;
}

type JsonList =
  { kind: 'absent' } | { kind: 'list'; text: string; items: readonly JsonNode[] } | MalformedList;

/**
 * Reads an annotation with a list; never throws. `null` is an empty list.
 *
 * @param notAList the message of the component that reads the annotation for a value of another type
 */
export const readJsonList = (text: string | undefined, notAList: (found: JsonType) => string): JsonList => {
  if (text === undefined) {
    return { kind: 'absent' };
  }
  const json = readJson(text);
  if (!json.ok) {
    const { code, message, offset } = json.problem;
    return { kind: 'malformed', text, problem: code, message, ...positionOf(text, offset) };
  }
  const { node } = json;
  switch (node.type) {
    case 'null':
      return { kind: 'list', text, items: [] };
    case 'array':
      return { kind: 'list', text, items: node.items };
    default: {
      const message = notAList(node.type);
      return { kind: 'malformed', text, problem: 'notAList', message, ...positionOf(text, node.offset) };
    }
  }
};
