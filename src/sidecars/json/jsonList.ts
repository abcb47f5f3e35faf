import { readJson, type JsonNode, type JsonType } from './jsonText';
import { positionOf, type TextPosition } from '../text/textPosition';

export interface MalformedList extends TextPosition {
  kind: 'malformed';
  text: string;
  problem: 'syntax' | 'tooDeep' | 'notAList';
  /** In the words of the reader that is meant to read it; not to be translated. */
  message: string;
}

type JsonList =
  { kind: 'absent' } | { kind: 'list'; text: string; items: readonly JsonNode[] } | MalformedList;

/**
 * Reads an annotation that holds a list; never throws. `null` is an empty one.
 *
 * @param notAList what the reader that is meant to read it says of a value of another type
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
