import { isHookPoint, type HookPoint } from '../../annotation/hookPoint';
import { SCRIPT_LANGUAGES } from '../../scripts/templates';
import type { ScriptValues } from './scriptValues';

/** The saved script from which a draft began. */
export interface DraftBase {
  /** Of the ConfigMap. */
  uid: string | undefined;
  text: string;
  hookPoint: HookPoint;
}

/** Unsaved changes of a script. */
export interface ScriptDraft {
  values: ScriptValues;
  /** Undefined for a new script. */
  base?: DraftBase | undefined;
}

type Read = Partial<Record<string, unknown>>;

const membersOf = (value: unknown): Read => (typeof value === 'object' && value !== null ? value : {});

const isText = (value: unknown): value is string => typeof value === 'string';
const readHookPoint = (value: unknown): HookPoint | undefined =>
  isText(value) && isHookPoint(value) ? value : undefined;

const readValues = (value: unknown): ScriptValues | undefined => {
  const { name, key, text, ...rest } = membersOf(value);
  const hookPoint = readHookPoint(rest.hookPoint);
  const language = SCRIPT_LANGUAGES.find((one) => one === rest.language);
  return isText(name) && isText(key) && isText(text) && hookPoint !== undefined && language !== undefined
    ? { name, key, hookPoint, language, text }
    : undefined;
};

const readBase = (value: unknown): DraftBase | undefined => {
  const { uid, text, ...rest } = membersOf(value);
  const hookPoint = readHookPoint(rest.hookPoint);
  return isText(text) && hookPoint !== undefined
    ? { uid: isText(uid) ? uid : undefined, text, hookPoint }
    : undefined;
};

/** Reads a stored draft; undefined if it is not one. Another version of the plugin may have stored it. */
export const parseDraft = (stored: string | null): ScriptDraft | undefined => {
  let read: Read;
  try {
    read = membersOf(JSON.parse(stored ?? ''));
  } catch {
    return undefined;
  }
  const values = readValues(read.values);
  const base = readBase(read.base);
  return values === undefined || (read.base !== undefined && base === undefined)
    ? undefined
    : { values, ...(base === undefined ? {} : { base }) };
};
