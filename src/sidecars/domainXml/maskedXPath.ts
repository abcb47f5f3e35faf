import { MASK } from '../report/mask';
import { maskSecrets } from '../report/maskSecrets';
import { NAMED } from '../report/secretNames';

const TOKEN = /'[^']*(?:'|$)|"[^"]*(?:"|$)|[()[\]]/g;
const LITERAL = /'[^']*(?:'|$)|"[^"]*(?:"|$)/g;
/** With the parenthesis behind it that makes it a function. */
const NAME_IN_PATH = /[\w:.-]+(?:\s*\()?/g;
const OPERATORS: readonly string[] = ['and', 'or', 'div', 'mod'];
/** A literal behind this is a name itself. */
const NAMED_BY = /(?:@name|\b(?:local-)?name\(\s*\.?\s*\))\s*!?=\s*$/;

/** Nobody writes a longer one: in such a one all literals stand together. */
const LONGEST = 2_000;

/** Whether the literal that begins there is a name. */
const isName = (xpath: string, index: number): boolean =>
  NAMED_BY.test(xpath.slice(Math.max(0, index - 60), index));

const withoutQuotes = (literal: string): string => literal.slice(1, -1);

/** The names of elements and attributes in an XPath without literals. */
const nodeNames = (xpath: string): string[] =>
  (xpath.match(NAME_IN_PATH) ?? []).filter(
    (name) => !name.endsWith('(') && /[A-Za-z_]/.test(name) && !OPERATORS.includes(name),
  );

/** What stands between two brackets, or parentheses, or is the whole. */
interface Group {
  parent: Group | undefined;
  start: number;
  end: number;
  isSecret?: boolean;
}

/** The innermost group of each literal, by where that begins. */
const groupsOf = (xpath: string): Map<number, Group> => {
  const groups = new Map<number, Group>();
  const whole: Group = { parent: undefined, start: 0, end: xpath.length };
  let group = whole;
  for (const { 0: token, index } of xpath.length > LONGEST
    ? xpath.matchAll(LITERAL)
    : xpath.matchAll(TOKEN)) {
    if (token === '(' || token === '[') {
      group = { parent: group, start: index + 1, end: xpath.length };
    } else if (token === ')' || token === ']') {
      group.end = index;
      group = group.parent ?? whole;
    } else {
      groups.set(index, group);
    }
  }
  whole.end = xpath.length;
  return groups;
};

/** Without literals but those that are names, which stand there without their quotes. */
const withNamesOnly = (xpath: string): string =>
  xpath.replace(LITERAL, (literal: string, index: number) =>
    isName(xpath, index) ? ` ${withoutQuotes(literal)} ` : ' ',
  );

/** Whether a secret is spoken of there; `.` and `text()` are what the path before them leads to. */
const isSecretGroup = (xpath: string, group: Group | undefined): boolean => {
  if (group === undefined) {
    return false;
  }
  if (group.isSecret === undefined) {
    const names = nodeNames(withNamesOnly(xpath.slice(group.start, group.end)));
    group.isSecret =
      names.length === 0 ? isSecretGroup(xpath, group.parent) : names.some((name) => NAMED.test(name));
  }
  return group.isSecret;
};

/** Everything that an XPath compares with. */
export const maskLiterals = (xpath: string): string =>
  xpath.replace(LITERAL, (literal) => `${literal.charAt(0)}${MASK}${literal.charAt(0)}`);

/** The XPath without what it compares with secrets, such as `contains(@passwd, '***')`; names stay. */
export const maskXPath = (xpath: string): string => {
  const groups = groupsOf(xpath);
  return maskSecrets(
    xpath.replace(LITERAL, (literal: string, index: number) =>
      isSecretGroup(xpath, groups.get(index)) && !isName(xpath, index) ? maskLiterals(literal) : literal,
    ),
  );
};

const TELLS_NO_VALUE = /^\s*(?:count|boolean|not)\s*\(/;

/** Whether an XPath leads, by its names, to the value of a secret: to `@passwd`, or `entry[@name='password']`. */
export const leadsToSecret = (xpath: string): boolean => {
  if (TELLS_NO_VALUE.test(xpath)) {
    return false;
  }
  const named = Array.from(xpath.matchAll(LITERAL)).some(
    ({ 0: literal, index }) => isName(xpath, index) && NAMED.test(withoutQuotes(literal)),
  );
  const paths = xpath
    .replace(LITERAL, ' ')
    .replace(/\[[^\]]*\]|\b(?:text|node)\(\s*\)/g, '')
    .split(/[(),|=<>+]|\s(?:and|or|div|mod)\s/);
  return named || paths.some((path) => NAMED.test(nodeNames(path).at(-1) ?? ''));
};
