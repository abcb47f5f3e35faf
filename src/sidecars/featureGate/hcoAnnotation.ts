import { FEATURE_GATE, FEATURE_GATES_PATH } from '../annotation/constants';
import { spellJson } from '../json/jsonSpelling';
import { readJsonList, type MalformedList } from '../json/jsonList';
import { jsonValue } from '../json/jsonText';
import { positionOf } from '../text/textPosition';

/** One operation as written, with members that JSON patch does not know. */
export type HcoOperation = Readonly<Record<string, unknown>>;

export type HcoPatch =
  { kind: 'absent' } | { kind: 'parsed'; text: string; operations: HcoOperation[] } | MalformedHcoPatch;

/** HCO applies none of its operations, and reports that in its conditions. */
type MalformedHcoPatch = Omit<MalformedList, 'problem' | 'message'> & {
  problem: MalformedList['problem'] | 'notAnOperation' | 'outsideSpec' | 'missingPath';
};

const OPERATIONS: readonly unknown[] = ['add', 'remove', 'replace', 'move', 'copy', 'test'];

const isOperation = (value: unknown): value is HcoOperation =>
  typeof value === 'object' &&
  value !== null &&
  'op' in value &&
  OPERATIONS.includes(value.op) &&
  'path' in value &&
  typeof value.path === 'string';

const pathOf = (value: unknown): string => (isOperation(value) ? String(value.path) : '');

const spelling = (key: string): string => key.replace(/\s/g, '').toLowerCase();

/** A key on the path to the gate list has another case or white space, so that KubeVirt's object has no such key. */
const missesPath = (value: unknown): boolean => {
  const wanted = FEATURE_GATES_PATH.split('/');
  // The last key may be new; those before it must exist.
  const parents = pathOf(value).split('/').slice(0, -1);
  const at = parents.findIndex((key, index) => key !== wanted[index]);
  const [key, meant] = [parents[at], wanted[at]];
  return key !== undefined && meant !== undefined && spelling(key) === spelling(meant);
};

/** In HCO's order: it checks all operations for one problem before any for the next. */
const REFUSALS = [
  {
    problem: 'notAnOperation',
    isRefused: (value: unknown) => !isOperation(value),
  },
  {
    problem: 'outsideSpec',
    isRefused: (value: unknown) => !pathOf(value).startsWith('/spec/'),
  },
  { problem: 'missingPath', isRefused: missesPath },
] as const;

/**
 * Reads the jsonpatch annotation of a HyperConverged object; never throws. Does not check whether paths exist in
 * KubeVirt's object, which only HCO can.
 */
export const parseHcoPatch = (text: string | undefined): HcoPatch => {
  const list = readJsonList(text, () => '');
  if (list.kind === 'malformed') {
    const { text: written, problem, offset, line, column } = list;
    return { kind: 'malformed', text: written, problem, offset, line, column };
  }
  if (list.kind !== 'list') {
    return list;
  }
  const values = list.items.map(jsonValue);
  for (const { problem, isRefused } of REFUSALS) {
    const refused = list.items[values.findIndex(isRefused)];
    if (refused !== undefined) {
      return {
        kind: 'malformed',
        text: list.text,
        problem,
        ...positionOf(list.text, refused.offset),
      };
    }
  }
  return { kind: 'parsed', text: list.text, operations: values.filter(isOperation) };
};

export const serializeHcoPatch = (operations: readonly HcoOperation[]): string =>
  spellJson(operations, 'compact');

const isSet = ({ op }: HcoOperation): boolean => op === 'add' || op === 'replace';

/** The keys from an operation's path to the gate list; undefined if the path does not lead there. */
const keysToGates = ({ path }: HcoOperation): string[] | undefined => {
  const at = String(path);
  if (at === FEATURE_GATES_PATH) {
    return [];
  }
  return FEATURE_GATES_PATH.startsWith(`${at}/`)
    ? FEATURE_GATES_PATH.slice(at.length + 1).split('/')
    : undefined;
};

/** Whether the operation adds only the gate: to the end of the list or at an index. */
const addsOnlyGate = (operation: HcoOperation): boolean =>
  isSet(operation) &&
  operation.value === FEATURE_GATE &&
  /^\/(?:-|\d+)$/.test(String(operation.path).replace(FEATURE_GATES_PATH, '')) &&
  String(operation.path).startsWith(FEATURE_GATES_PATH);

/** The value without the gate in the list at `keys`; the identical value if the gate is not in it. */
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

/** Whether the gate is in the list after an operation; undefined if the operation does not change that. */
const gateAfter = (operation: HcoOperation): boolean | undefined => {
  if (addsOnlyGate(operation)) {
    return true;
  }
  const isOfList = (isSet(operation) || operation.op === 'remove') && keysToGates(operation) !== undefined;
  return isOfList ? setsGate(operation) : undefined;
};

/** Whether the gate is in the list after all operations. */
export const enablesGate = (operations: readonly HcoOperation[]): boolean =>
  operations.reduce((isEnabled, operation) => gateAfter(operation) ?? isEnabled, false);

/** Appends the operation that adds the gate, unless there is one; all others stay as they are. */
export const enableGate = (operations: readonly HcoOperation[]): HcoOperation[] =>
  enablesGate(operations)
    ? [...operations]
    : [...operations, { op: 'add', path: `${FEATURE_GATES_PATH}/-`, value: FEATURE_GATE }];

/** Removes the gate from the operations that add it; all others stay as they are. */
export const disableGate = (operations: readonly HcoOperation[]): HcoOperation[] =>
  operations
    .filter((operation) => !addsOnlyGate(operation))
    .map((operation) =>
      setsGate(operation)
        ? { ...operation, value: withoutGate(operation.value, keysToGates(operation) ?? []) }
        : operation,
    );
