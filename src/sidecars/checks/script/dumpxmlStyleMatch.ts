import { scriptCheck, type ScriptFinding } from './scriptCheck';
import { sedEdits } from './shell/sedEdits';
import { wordText } from './shell/words';

/** `<domain type='kvm'>`; a choice of quotes as in `type=['"]kvm` is none. */
const SINGLE_QUOTES = /<[\w:]+(?:\s+[\w:]+=(?:'[^'"<>]*'|"[^"<>]*"))*\s+[\w:]+='[^'"<>]*'/;

/** `<baseBoard/>`, and not as one of several choices of a pattern. */
const SELF_CLOSING = /<[\w:]+(?:\s[^<>]*)?\/>/;

const looksLikeDumpxml = (text: string): boolean =>
  SINGLE_QUOTES.test(text) || (SELF_CLOSING.test(text) && !/[|?*]/.test(text));

const GREP_OPTIONS_WITH_VALUE = /^-(?:[ABCmf]|-file)$/;

const PATTERN_METHODS =
  /\.(?:replace|split|rsplit|partition|find|index|count|sub|search|match|compile|findall)$/;

/**
 * The script gets XML as Go writes it: double quotes, and `<a></a>` in place of `<a/>`. What is looked for as virsh
 * prints it is never found.
 */
export const dumpxmlStyleMatch = scriptCheck('dumpxmlStyleMatch', ({ source, shell, python }) => {
  if (source.hookPoint === 'preCloudInitIso') {
    return [];
  }
  const edits = shell === undefined ? [] : sedEdits(shell);
  const patterns = [
    ...edits
      // What an earlier edit of the same script wrote may be looked for as it was written.
      .filter(
        ({ pattern }, at) => !edits.slice(0, at).some(({ replacement }) => replacement.includes(pattern)),
      )
      .map(({ pattern, word }) => ({ text: pattern, pos: word.pos })),
    ...(shell?.commands ?? [])
      .filter(({ name }) => name === 'grep' || name === 'egrep' || name === 'fgrep')
      .flatMap(({ args }) => {
        const pattern = args.find(
          (arg, index) =>
            !wordText(arg).startsWith('-') && !GREP_OPTIONS_WITH_VALUE.test(args[index - 1]?.value ?? ''),
        );
        return pattern === undefined ? [] : [{ text: wordText(pattern), pos: pattern.pos }];
      }),
    ...(shell?.cases ?? []).flatMap(({ items }) =>
      items.flatMap(({ pattern }) =>
        pattern.map((word) => ({ text: wordText(word).replace(/^\*|\*$/g, ''), pos: word.pos })),
      ),
    ),
    ...(python?.calls ?? []).flatMap(({ name, args }) => {
      const first = args[0]?.[0];
      return PATTERN_METHODS.test(name) && first?.kind === 'string'
        ? [{ text: first.value, pos: first.pos }]
        : [];
    }),
    ...(python?.statements ?? []).flatMap(({ tokens }) =>
      tokens.flatMap((token, index) =>
        token.kind === 'string' && tokens[index + 1]?.text === 'in' && tokens[index - 1]?.text !== 'for'
          ? [{ text: token.value, pos: token.pos }]
          : [],
      ),
    ),
  ];
  return patterns
    .filter(({ text }) => looksLikeDumpxml(text))
    .map(({ text, pos }): ScriptFinding => ({ pos, params: { text } }));
});
