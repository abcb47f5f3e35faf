import { MASK } from './mask';
import { BEFORE, NAME, SWITCH } from './secretNames';
import { IS_SECRET } from './secretTokens';

const FIELD = new RegExp(`^([ \\t-]*["']?${BEFORE}${NAME}["']?\\s*:)([ \\t]+)(\\S.*)$`, 'i');
/** As files of settings have it, where values may hold blanks. */
const SETTING = new RegExp(`^([ \\t]*${BEFORE}${NAME}[ \\t]+=)([ \\t]+)([^\\s=].*)$`, 'i');
const IS_SWITCH = new RegExp(`^${SWITCH}[ \\t]*(?:#.*)?$`, 'i');

const BLOCK_START = /^[|>][-+0-9]*$/;
/** A quote that the line does not close. */
const OPEN_QUOTE = /^(?:"[^"]*|'[^']*)$/;
/** Passwords stand below names that do not say so: in cloud-init data, and in Secrets. */
const PASSWORDS_START = /^[ \t-]*["']?(?:chpasswd|stringData)["']?\s*:\s*$/;
const SECRET_DATA_START = /^[ \t-]*data:\s*$/;

/** A name whose value begins on the next line. */
const NAME_ONLY = new RegExp(`^[ \\t-]*["']?${BEFORE}${NAME}["']?\\s*:\\s*$`, 'i');
/** A value, or an element of a list of values: no field, and nothing that holds fields. */
const VALUE_ONLY = /^([ \t]+(?:-[ \t]+)?|-[ \t]+)(?![-{[<#])(?!.*:(?:\s|$))\S/;

const indentOf = (line: string): number => /^[ \t-]*/.exec(line)?.[0].length ?? 0;

/** What is shown of a line, and whether the more indented lines below it belong to its secret. */
const maskLine = (line: string, isInSecret: boolean): { shown: string; isBlock: boolean } => {
  if (PASSWORDS_START.test(line) || (isInSecret && SECRET_DATA_START.test(line))) {
    return { shown: `${line.trimEnd()} ${MASK}`, isBlock: true };
  }
  const [, name = '', blank = '', value = ''] = FIELD.exec(line) ?? SETTING.exec(line) ?? [];
  const isJson = /^["{[]/.test(value) && line.trimStart().startsWith('"');
  if (name === '' || isJson || IS_SWITCH.test(value)) {
    return { shown: line, isBlock: false };
  }
  return {
    shown: `${name}${blank}${MASK}`,
    isBlock: BLOCK_START.test(value.trim()) || OPEN_QUOTE.test(value),
  };
};

/** YAML: values behind the colon, and blocks below it by their indentation. */
export const maskYaml = (text: string, keepLines: boolean): string => {
  const lines: string[] = [];
  const hasSecret = IS_SECRET.test(text);
  let blockIndent: number | undefined;
  /** That of a name of which a line below may be the value. */
  let nameIndent: number | undefined;
  for (const line of text.split('\n')) {
    if (blockIndent !== undefined && (line.trim() === '' || indentOf(line) > blockIndent)) {
      if (keepLines) {
        lines.push('');
      }
      continue;
    }
    const beforeValue = nameIndent === undefined ? undefined : VALUE_ONLY.exec(line)?.[1];
    if (beforeValue !== undefined && indentOf(line) > (nameIndent ?? 0)) {
      lines.push(beforeValue + MASK);
      continue;
    }
    nameIndent = NAME_ONLY.test(line) ? indentOf(line) : undefined;
    const { shown, isBlock } = maskLine(line, hasSecret);
    blockIndent = isBlock ? indentOf(line) : undefined;
    lines.push(shown);
  }
  return lines.join('\n');
};
