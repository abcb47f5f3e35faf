import { FEATURE_GATE, FEATURE_GATES_PATH } from '../constants';
import { readJsonList, type MalformedList } from '../jsonList';
import { jsonValue } from '../jsonText';
import { positionOf } from '../textPosition';

/** One operation as written, with members that JSON patch does not know. */
export type HcoOperation = Readonly<Record<string, unknown>>;

export type HcoPatch =
  { kind: 'absent' } | { kind: 'parsed'; text: string; operations: HcoOperation[] } | MalformedHcoPatch;

/** `message`: in the words of HCO's own JSON reader. */
type MalformedHcoPatch = Omit<MalformedList, 'problem'> & {
  problem: MalformedList['problem'] | 'notAnOperation';
};

const OPERATIONS: readonly unknown[] = ['add', 'remove', 'replace', 'move', 'copy', 'test'];

const isOperation = (value: unknown): value is HcoOperation =>
  typeof value === 'object' &&
  value !== null &&
  'op' in value &&
  OPERATIONS.includes(value.op) &&
  'path' in value &&
  typeof value.path === 'string';

/** Reads the jsonpatch annotation of a HyperConverged object; never throws. */
export const parseHcoPatch = (text: string | undefined): HcoPatch => {
  const list = readJsonList(
    text,
    (found) => `json: cannot unmarshal ${found} into Go value of type jsonpatch.Patch`,
  );
  if (list.kind !== 'list') {
    return list;
  }
  const operations: HcoOperation[] = [];
  for (const item of list.items) {
    const operation = jsonValue(item);
    if (!isOperation(operation)) {
      const message = 'Unexpected kind';
      return {
        kind: 'malformed',
        text: list.text,
        problem: 'notAnOperation',
        message,
        ...positionOf(list.text, item.offset),
      };
    }
    operations.push(operation);
  }
  return { kind: 'parsed', text: list.text, operations };
};

export const serializeHcoPatch = (operations: readonly HcoOperation[]): string => JSON.stringify(operations);

const isSet = ({ op }: HcoOperation): boolean => op === 'add' || op === 'replace';

/** The keys from an operation's path down to the gate list; undefined when its path does not lead there. */
const keysToGates = ({ path }: HcoOperation): string[] | undefined => {
  const at = String(path);
  if (at === FEATURE_GATES_PATH) {
    return [];
  }
  return FEATURE_GATES_PATH.startsWith(`${at}/`)
    ? FEATURE_GATES_PATH.slice(at.length + 1).split('/')
    : undefined;
};

/** The operation adds the gate alone: to the end of the list or at an index. */
const addsOnlyGate = (operation: HcoOperation): boolean =>
  isSet(operation) &&
  operation.value === FEATURE_GATE &&
  /^\/(?:-|\d+)$/.test(String(operation.path).replace(FEATURE_GATES_PATH, '')) &&
  String(operation.path).startsWith(FEATURE_GATES_PATH);

/** The same value without the gate in the list below `keys`; the very same value when the gate is not in it. */
const withoutGate = (value: unknown, keys: readonly string[]): unknown => {
  const [key, ...below] = keys;
  if (key === undefined) {
    return Array.isArray(value) && value.includes(FEATURE_GATE)
      ? (value as unknown[]).filter((gate) => gate !== FEATURE_GATE)
      : value;
  }
  if (typeof value !== 'object' || value === null || !(key in value)) {
    return value;
  }
  const child = (value as Record<string, unknown>)[key];
  const changed = withoutGate(child, below);
  return changed === child ? value : { ...value, [key]: changed };
};

const setsGate = (operation: HcoOperation): boolean => {
  const keys = keysToGates(operation);
  return isSet(operation) && keys !== undefined && withoutGate(operation.value, keys) !== operation.value;
};

/** Whether one of the operations brings the gate into the list. */
export const enablesGate = (operations: readonly HcoOperation[]): boolean =>
  operations.some((operation) => addsOnlyGate(operation) || setsGate(operation));

/** Appends the operation that adds the gate, unless there is one; all others stay as they are. */
export const enableGate = (operations: readonly HcoOperation[]): HcoOperation[] =>
  enablesGate(operations)
    ? [...operations]
    : [...operations, { op: 'add', path: `${FEATURE_GATES_PATH}/-`, value: FEATURE_GATE }];

/** Takes the gate out of the operations that bring it; all others stay as they are. */
export const disableGate = (operations: readonly HcoOperation[]): HcoOperation[] =>
  operations
    .filter((operation) => !addsOnlyGate(operation))
    .map((operation) =>
      setsGate(operation)
        ? { ...operation, value: withoutGate(operation.value, keysToGates(operation) ?? []) }
        : operation,
    );
