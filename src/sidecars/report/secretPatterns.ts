import { BEFORE, NAME, SECRET_NAME, SWITCH } from './secretNames';

/** How XML writes quotes, and the other characters that it writes otherwise. */
const QUOTE = '&(?:quot|apos|#34|#39);';
const ENTITY = '&(?:amp|lt|gt);';
const LESS = '(?:<|&lt;|\\\\u003c)';
const GREATER = '(?:>|&gt;|\\\\u003e)';

/**
 * What follows an opening quote that is the last but one group (the backslashes before it) and the last group of what
 * stands before: all up to the same quote after as many backslashes. A text may be cut anywhere: its end closes all.
 */
export const UP_TO_QUOTE = '[\\s\\S]*?((?<!\\\\)\\2\\3|$)';

const OPTION = `(?<![\\w-])--?${BEFORE}${SECRET_NAME}`;

/**
 * A value without quotes up to the next blank, or to the end of the string, element or tag that it stands in. Runs are
 * taken as one: each step of a repeated group takes stack.
 */
const PLAIN = `(?!["'<>])(?:[^\\s"'<>&\\\\]+|&(?!(?:quot|apos|#34|#39);)|["'](?=\\w)|\\\\+(?!["'\\\\]))+()`;

/** Words with which messages go on after a name that they tell of: `invalid token: unexpected end of input`. */
const MESSAGE =
  '(?:(?:secret|token|configmap|serviceaccount)s?|unexpected|expected|missing|failed|cannot|could|unable|must|required|' +
  'unauthorized|forbidden|illegal|unknown|unsupported|error|rpc|x509|command[ \\t]+not|context|exec|' +
  'open|dial|json|yaml)(?::?[ \\t]+["\'\\w])';

/** A field of a flow mapping, `{a: 1, token: x}`, whose name and colon end here. */
const IN_FLOW = '(?<=[{,[][ \\t]*(?:\\\\*["\'])?[\\w.:-]{0,100}(?:\\\\*["\'])?[ \\t]*:)';

/** A block of YAML begins, or something that holds values of its own, or what is masked already. */
const NO_VALUE = '(?![|>][-+0-9]*[ \\t]*(?:\\n|$)|[{[ \\t]|\\*\\*\\*)';

/** YAML in one line, and names with values in the middle of lines. None goes beyond its line. */
export const IN_LINES: readonly RegExp[] = [
  // Two single quotes are one within.
  new RegExp(`(${NAME}[ \\t]?:[ \\t]*')[^'\\n]*(?:''[^'\\n]*)*('|(?=\\n)|$)`, 'gi'),
  new RegExp(`(${NAME}[ \\t]?:[ \\t]*(\\\\*)(["']))[^\\n]*?((?<!\\\\)\\2\\3|(?=\\n)|$)`, 'gi'),
  new RegExp(`(${NAME}:[ \\t]*\\[)(?![ \\t]*[[{\\]])[^\\]\\n]*(\\]|(?=\\n)|$)`, 'gi'),
  // What is plain in braces may hold blanks; commas too, in what is no YAML.
  new RegExp(
    `(${NAME}(?:(?:\\\\*["'])?[ \\t]*:${IN_FLOW})(?:[ \\t]+|(?<=["'][ \\t]*:)))${NO_VALUE}(?!${SWITCH})(?!${MESSAGE})` +
      `(?!\\\\*["'<,}\\]])(?:[^,\\]}\\n"'<\\\\]+|,(?=\\S)|["'](?=\\w)|\\\\+(?!["'\\\\]))+()`,
    'gi',
  ),
  new RegExp(`(${NAME}[ \\t]?:[ \\t]+)${NO_VALUE}(?!${SWITCH})(?!${MESSAGE})${PLAIN}`, 'gi'),
  new RegExp(`(${NAME}[ \\t]+=[ \\t]*)(?![=>~])(?!${SWITCH})${PLAIN}`, 'gi'),
  // As Go prints structures, and passwords as many do.
  new RegExp(
    '((?:Pass(?:wd|word|phrase)|Secret|Token|A(?:PI|pi)Key|PrivateKey|Credentials?|UserData|NetworkData)\\w{0,50}' +
      `(?<=(?:^|[\\s{[(&,])\\w{0,100}):)(?![:/{[]|${SWITCH})${PLAIN}`,
    'g',
  ),
  new RegExp(`(pass(?:wd|word|phrase)(?<=(?:^|[\\s{[(&,])\\w{0,100}):)(?![:/{[]|${SWITCH})${PLAIN}`, 'gi'),
];

/** Lists of names with their values, such as the environment of a container. */
const NAMES_WITH_VALUES: readonly RegExp[] = [
  new RegExp(`(${NAME}(\\\\*)(["'])\\s*,\\s*\\2\\3value\\2\\3\\s*:\\s*\\2\\3)${UP_TO_QUOTE}`, 'gi'),
  new RegExp(`(${NAME}["']?[ \\t]*\\n[ \\t]+value:[ \\t]+)(?![|>][-+0-9]*[ \\t]*\\n)[^\\n]+()`, 'gi'),
  new RegExp(`(${NAME}["']?[ \\t]*,[ \\t]*value:[ \\t]+)[^},\\n]+()`, 'gi'),
  new RegExp(
    `(${NAME}(["'])(?<=\\bname\\s?=\\s?["'][\\w.:-]{0,200}["'])\\s+value\\s?=\\s?\\2)[^"'<]*(\\2|$)`,
    'gi',
  ),
  new RegExp(`(${NAME}["'](?<=\\bname\\s?=\\s?["'][\\w.:-]{0,200}["'])>\\s*)(?=[^\\s<])[^<]+()`, 'gi'),
];

/**
 * Each keeps what stands before the secret, as its first group, and what closes it, as its last. None fails once it
 * has found a name and an opening quote, or it would search the rest of the text for each.
 */
export const NAMED_SECRETS: readonly RegExp[] = [
  // JSON. Runs of plain characters are taken as one: each step of a repeated group takes stack, and values may be megabytes.
  new RegExp(`(${NAME}"\\s*:\\s*")[^"\\\\]*(?:\\\\[\\s\\S][^"\\\\]*)*("|\\\\?$)`, 'gi'),
  new RegExp(`(${NAME}(\\\\*)"\\s*:\\s*\\[\\s*\\2")[\\s\\S]*?((?<!\\\\)\\2"\\s*\\]|$)`, 'gi'),
  // JSON inside JSON strings: {\"password\":\"…\"}. What Python prints: {'password': '…'}.
  new RegExp(`(${NAME}(?:\\\\+"|\\\\*')\\s*:\\s*(\\\\*)(["']))${UP_TO_QUOTE}`, 'gi'),
  ...NAMES_WITH_VALUES,
  // Arguments in a list: ["--password", "…"].
  new RegExp(`(${OPTION}\\\\*["']\\s*,\\s*(\\\\*)(["']))${UP_TO_QUOTE}`, 'gi'),
  new RegExp(`(${OPTION}[ =](\\\\*)(["']))${UP_TO_QUOTE}`, 'gi'),
  new RegExp(`(${OPTION}(?:[ =]|\\n[ \\t]*-[ \\t]+))(?!\\\\+["'])[^\\s"']+()`, 'gi'),
  // Hashes of Ruby.
  new RegExp(`(${NAME}(?:\\\\*["'])?\\s*=>\\s*(\\\\*)(["']))${UP_TO_QUOTE}`, 'gi'),
  // Attributes of XML, assignments of shell and Python.
  new RegExp(`(${NAME}\\s*=\\s*")[^"]*("|$)`, 'gi'),
  new RegExp(`(${NAME}\\s*=\\s*')[^']*('|$)`, 'gi'),
  new RegExp(`(${NAME}\\s*=\\s*(\\\\+)(["']))${UP_TO_QUOTE}`, 'gi'),
  new RegExp(
    `(${NAME}=)(?!${SWITCH})(?!\\\\+["'])(?=[^\\s"'<>&]|${ENTITY})[^\\s"'<>&]*(?:${ENTITY}[^\\s"'<>&]*)*()`,
    'gi',
  ),
  // The same inside the text of an element, where the quotes of assignments and of JSON are written otherwise.
  new RegExp(`(${NAME}(?:${QUOTE})?\\s*[:=]\\s*${QUOTE})[^<&]*(?:${ENTITY}[^<&]*)*()`, 'gi'),
  // Elements of XML.
  new RegExp(`(<${BEFORE}${NAME}>)(?!(?:\\s|\\\\[nrt])*<)[^<]+()`, 'gi'),
  // Passwords of sysprep, which may stand in JSON or in the text of another element.
  new RegExp(
    `(${NAME}${GREATER}(?:\\s|\\\\[nrt])*${LESS}Value${GREATER})(?:[^<&\\\\]+|&(?!lt;)|\\\\(?!u003c))+()`,
    'gi',
  ),
  // Names with their passwords, as chpasswd takes them: from here-documents, in cloud-init data.
  /(\bchpasswd\b[^\n<]{0,100}<<-?\s*["']?(\w+)["']?[^\n]{0,100}\n)[\s\S]*?(\n\s*\2\b|$)/g,
  /(\bchpasswd["']?\s*:\s*\{)[^}]*(\}|$)/g,
];

/** Numbers get quotes, as JSON without them would be none. */
export const JSON_NUMBER = new RegExp(`(${NAME}(\\\\*)"\\s*:\\s*)-?\\d[\\d.eE+-]*`, 'gi');
