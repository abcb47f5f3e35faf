import { finish, type Steps } from '../steps';

/** What stands in the place of a secret. */
export const MASK = '***';

/**
 * Names of fields that hold secrets, from the word on that says so; references to secrets, such as `secretName`, are
 * none. What stands before the word is not looked at, and what comes after has a limit: one long word would else take
 * the square of its length.
 */
const SECRET_NAME =
  '(?!secretName|secretRef|tokenReviews)(?<!automountServiceAccount)(?:passw(?:or)?d|secret|token|api_?key|private_?key|credentials?)[\\w-]{0,100}';

/** What may stand before such a word where a name has to be seen from its beginning. */
const BEFORE = '[\\w.:-]{0,100}?';

/** Cloud-init data, whose contents may be secret as a whole. */
const DATA_NAME = '\\b(?:user|network)_?data(?:Base64)?';

const NAME = `(?:${SECRET_NAME}|${DATA_NAME})`;

/** How XML writes quotes, and the other characters that it writes otherwise. */
const QUOTE = '&(?:quot|apos|#34|#39);';
const ENTITY = '&(?:amp|lt|gt);';

/** What a text without any such name need not be searched for; most domain XML has none. */
const NAMED = new RegExp(NAME, 'i');

/**
 * What follows an opening quote that is the last but one group (the backslashes before it) and the last group of what
 * stands before: all up to the same quote after as many backslashes. A text may be cut anywhere: its end closes all.
 */
const UP_TO_QUOTE = '[\\s\\S]*?((?<!\\\\)\\2\\3|$)';

const OPTION = `(?<![\\w-])--${BEFORE}${SECRET_NAME}`;

/**
 * Each keeps what stands before the secret, as its first group, and what closes it, as its last. None fails once it
 * has found a name and an opening quote, or it would search the rest of the text for each.
 */
const NAMED_SECRETS: readonly RegExp[] = [
  // JSON. Runs of plain characters are taken as one: each step of a repeated group takes stack, and values may be megabytes.
  new RegExp(`(${NAME}"\\s*:\\s*")[^"\\\\]*(?:\\\\[\\s\\S][^"\\\\]*)*("|\\\\?$)`, 'gi'),
  new RegExp(`(${NAME}(\\\\*)"\\s*:\\s*\\[\\s*\\2")[\\s\\S]*?((?<!\\\\)\\2"\\s*\\]|$)`, 'gi'),
  // JSON inside JSON strings: {\"password\":\"…\"}. What Python prints: {'password': '…'}.
  new RegExp(`(${NAME}(?:\\\\+"|\\\\*')\\s*:\\s*(\\\\*)(["']))${UP_TO_QUOTE}`, 'gi'),
  // Arguments in a list: ["--password", "…"].
  new RegExp(`(${OPTION}\\\\*["']\\s*,\\s*(\\\\*)(["']))${UP_TO_QUOTE}`, 'gi'),
  new RegExp(`(${OPTION}[ =](\\\\*)(["']))${UP_TO_QUOTE}`, 'gi'),
  new RegExp(`(${OPTION}(?:[ =]|\\n[ \\t]*-[ \\t]+))(?!\\\\+["'])[^\\s"']+()`, 'gi'),
  // Attributes of XML, assignments of shell and Python.
  new RegExp(`(${NAME}\\s*=\\s*")[^"]*("|$)`, 'gi'),
  new RegExp(`(${NAME}\\s*=\\s*')[^']*('|$)`, 'gi'),
  new RegExp(`(${NAME}\\s*=\\s*(\\\\+)(["']))${UP_TO_QUOTE}`, 'gi'),
  new RegExp(
    `(${NAME}=)(?!\\\\+["'])(?=[^\\s"'<>&]|${ENTITY})[^\\s"'<>&]*(?:${ENTITY}[^\\s"'<>&]*)*()`,
    'gi',
  ),
  // The same inside the text of an element, where the quotes of assignments and of JSON are written otherwise.
  new RegExp(`(${NAME}(?:${QUOTE})?\\s*[:=]\\s*${QUOTE})[^<&]*(?:${ENTITY}[^<&]*)*()`, 'gi'),
  // Elements of XML.
  new RegExp(`(<${BEFORE}${NAME}>)[^<]+()`, 'gi'),
  // Names with their passwords, as chpasswd takes them: piped, from here-documents, in cloud-init data.
  /(\b(?:echo|printf)\s)[^\n]{1,200}?(\|\s*(?:sudo\s+)?(?:[\w/]{0,50}\/)?(?:ch)?passwd\b)/g,
  /(\bchpasswd\b[^\n<]{0,100}<<<)[^\n]+()/g,
  /(\bchpasswd\b[^\n<]{0,100}<<-?\s*["']?(\w+)["']?[^\n]{0,100}\n)[\s\S]*?(\n\s*\2\b|$)/g,
  /(\bchpasswd["']?\s*:\s*\{)[^}]*(\}|$)/g,
];

/** As above, for secrets that are told by how they look. */
const KEYS = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const OTHER_SECRETS: readonly RegExp[] = [
  // Tokens that look like ones.
  /(\b(?:Bearer|Basic)\s+)[\w.~+/-]{8,}=*()/gi,
  /()(?<![\w-])eyJ[\w-]+(?:\.[\w-]+(?:\.[\w-]*|…?$)|\.?…?$)()/g,
  // Passwords in addresses, but no ports where a text ends.
  /(:\/\/[^\s:/@[]+:)(?!\d{1,5}[^\w@]*$)[^\s@/]+(@|$)/g,
  // Crypt hashes, and the dump of a domain that may hold passwords.
  /()\$(?:1|2[aby]|5|6|y)\$[\w./$=,-]{8,500}()/g,
  /(Base64 dump )[A-Za-z0-9+/=]+()/g,
  // Base64 of #cloud-config, #!, and of multipart data.
  /()\b(?:I2Nsb3Vk|IyEv|Q29udGVudC1UeXBl)[A-Za-z0-9+/=]{8,}()/g,
];

/** Numbers get quotes, as JSON without them would be none. */
const JSON_NUMBER = new RegExp(`(${NAME}(\\\\*)"\\s*:\\s*)-?\\d[\\d.eE+-]*`, 'gi');

const YAML_FIELD = new RegExp(`^([ \\t-]*["']?${BEFORE}${NAME}["']?\\s*:)([ \\t]+)(\\S.*)$`, 'i');
/** Lines without a colon cost next to nothing, those with one some microseconds. */
const LINES_A_STEP = 512;

const BLOCK_START = /^[|>][-+0-9]*$/;
/** Cloud-init data that holds passwords below names that do not say so. */
const PASSWORDS_START = /^[ \t-]*["']?chpasswd["']?\s*:\s*$/;

const indentOf = (line: string): number => /^[ \t-]*/.exec(line)?.[0].length ?? 0;

/** YAML: values behind the colon, and blocks below it by their indentation. */
function* maskYaml(text: string, keepLines: boolean): Steps<string> {
  const lines: string[] = [];
  let blockIndent: number | undefined;
  let read = 0;
  for (const line of text.split('\n')) {
    read += 1;
    if (read % LINES_A_STEP === 0) {
      yield;
    }
    const inBlock = blockIndent !== undefined && (line.trim() === '' || indentOf(line) > blockIndent);
    const field = YAML_FIELD.exec(line);
    if (inBlock) {
      if (keepLines) {
        lines.push('');
      }
      continue;
    }
    blockIndent = undefined;
    if (PASSWORDS_START.test(line)) {
      blockIndent = indentOf(line);
      lines.push(`${line.trimEnd()} ${MASK}`);
      continue;
    }
    if (field === null) {
      lines.push(line);
      continue;
    }
    const [, name = '', blank = '', value = ''] = field;
    const isJson = /^["{[]/.test(value) && line.trimStart().startsWith('"');
    const isBlock = BLOCK_START.test(value.trim());
    if (isBlock) {
      blockIndent = indentOf(line);
      lines.push(`${name}${blank}${MASK}`);
    } else {
      lines.push(isJson ? line : `${name}${blank}${MASK}`);
    }
  }
  return lines.join('\n');
}

const mask = (text: string, pattern: RegExp, keepLines: boolean): string =>
  text.replace(pattern, (all: string, ...groups: unknown[]) => {
    const before = typeof groups[0] === 'string' ? groups[0] : '';
    const strings = groups.slice(
      1,
      groups.findIndex((group) => typeof group === 'number'),
    );
    const after = strings.at(-1);
    const lineEnds = keepLines ? '\n'.repeat(all.slice(before.length).split('\n').length - 1) : '';
    return `${before}${MASK}${lineEnds}${typeof after === 'string' ? after : ''}`;
  });

function* maskAll(text: string, keepLines: boolean): Steps<string> {
  const isNamed = NAMED.test(text);
  yield;
  let masked = isNamed ? text.replace(JSON_NUMBER, `$1$2"${MASK}$2"`) : text;
  for (const pattern of [KEYS, ...(isNamed ? NAMED_SECRETS : []), ...OTHER_SECRETS]) {
    yield;
    masked = mask(masked, pattern, keepLines);
  }
  yield;
  return isNamed ? yield* maskYaml(masked, keepLines) : masked;
}

/** As `maskSecrets`, in steps of which each takes no more than milliseconds for a megabyte. */
export function* maskSteps(text: string, keepLines = false): Steps<string> {
  try {
    return yield* maskAll(text, keepLines);
  } catch {
    return MASK;
  }
}

/**
 * The text without what may be secret: passwords, tokens, keys, cloud-init data, in JSON, YAML, XML, scripts and
 * logs. It rather takes too much than too little: all of a text with a value of so many megabytes that the browser's
 * regular expressions give up. Masking twice is the same as once. Never throws.
 *
 * @param keepLines leaves every line where it is, for texts whose lines are counted
 */
export const maskSecrets = (text: string, keepLines = false): string => finish(maskSteps(text, keepLines));
