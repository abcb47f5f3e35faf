import type { HookPoint } from '../../annotation/hookPoint';
import type { HookScript } from '../../scripts/hookScripts';
import { scriptTemplate, type ScriptLanguage } from '../../scripts/templates';
import { languageOfScript } from '../../scripts/scriptLanguage';

export interface ScriptValues {
  name: string;
  key: string;
  hookPoint: HookPoint;
  language: ScriptLanguage;
  text: string;
}

const fromTemplate = (language: ScriptLanguage, hookPoint: HookPoint): Omit<ScriptValues, 'name'> => {
  const { key, text } = scriptTemplate(language, hookPoint);
  return { key, hookPoint, language, text };
};

/** The values of a new script, which starts from a correct example. */
export const newScriptValues = ({
  name = '',
  key,
  hookPoint = 'onDefineDomain',
}: Partial<Pick<ScriptValues, 'name' | 'key' | 'hookPoint'>> = {}): ScriptValues => {
  const example = fromTemplate(key?.endsWith('.py') === true ? 'python3' : 'sh', hookPoint);
  return { ...example, name, key: key ?? example.key };
};

export const valuesOfScript = ({
  configMap,
  key,
  hookPoints,
}: Pick<HookScript, 'configMap' | 'key' | 'hookPoints'>): ScriptValues => {
  const text = configMap.data?.[key] ?? '';
  return {
    name: configMap.metadata.name,
    key,
    hookPoint: hookPoints[0] ?? 'onDefineDomain',
    language: languageOfScript(text) === 'python' ? 'python3' : 'sh',
    text,
  };
};

/** Text and key follow the language and hook point until the user changes them. */
export const withChoice = (
  values: ScriptValues,
  choice: { language?: ScriptLanguage; hookPoint?: HookPoint },
): ScriptValues => {
  const before = scriptTemplate(values.language, values.hookPoint);
  const chosen = { ...values, ...choice };
  const after = scriptTemplate(chosen.language, chosen.hookPoint);
  return {
    ...chosen,
    key: values.key === before.key ? after.key : values.key,
    text: values.text === before.text ? after.text : values.text,
  };
};
