import { SCRIPT_FINDINGS } from '../../findings/script';
import { positionOf } from '../../text/textPosition';
import type { Finding } from '../check';
import type { ScriptSource } from './scriptCheck';

/** A path in a place for data; programs, devices and settings are there without a script. */
const PATH = String.raw`(?<path>/(?:tmp|var|run|mnt|media|srv|opt|home|root|data|shared)/[\w./-]*[\w-])`;
const QUOTE = String.raw`["']?`;

/** How scripts write a file. */
const WRITES: readonly RegExp[] = [
  new RegExp(`>{1,2}\\s*${QUOTE}${PATH}`, 'g'),
  new RegExp(String.raw`\b(?:tee|touch|mkdir)\s+(?:-\w+\s+)*${QUOTE}${PATH}`, 'g'),
  new RegExp(
    String.raw`\b(?:cp|mv|install)\s[^\n;|&>]{0,200}?\s${QUOTE}${PATH}${QUOTE}[ \t]*(?:$|[;|&])`,
    'gm',
  ),
  new RegExp(String.raw`\bopen\(\s*${QUOTE}${PATH}${QUOTE}\s*,\s*["'][wax]`, 'g'),
  new RegExp(
    String.raw`\bPath\(\s*${QUOTE}${PATH}${QUOTE}\s*\)\.(?:write_|touch|mkdir|open\(["'][wax])`,
    'g',
  ),
];

/** Comments of a line of their own are blanked; the offsets stay. */
const withoutComments = (text: string): string =>
  text.replace(/^[ \t]*#.*$/gm, (comment) => ' '.repeat(comment.length));

/** More is not written by a person, and the search for each takes time. */
const MOST_CHARACTERS = 65_536;
const MOST_PATHS = 20;

const written = (text: string): ReadonlyMap<string, number> =>
  new Map(
    WRITES.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match): [string, number] => [match.groups?.path ?? '', match.index]),
    ).slice(0, MOST_PATHS),
  );

const names = (text: string, path: string): boolean =>
  new RegExp(`${path.replaceAll('.', '\\.')}(?![\\w/-])`).test(text);

/** Scripts for onDefineDomain that write a file which a script for preCloudInitIso, which runs before, reads. */
export const preparesTooLate = (sources: readonly ScriptSource[]): Finding[] => {
  const of = (hookPoint: ScriptSource['hookPoint']): ScriptSource[] =>
    sources.filter((source) => source.hookPoint === hookPoint && source.text.length <= MOST_CHARACTERS);
  const readers = of('preCloudInitIso').map(({ configMap, key, text: whole }) => {
    const text = withoutComments(whole);
    return { other: `${configMap}/${key}`, text, own: written(text) };
  });
  if (readers.length === 0) {
    return [];
  }
  return of('onDefineDomain').flatMap(({ configMap, key, text }) =>
    [...written(withoutComments(text))].flatMap(([path, pos]): Finding[] => {
      // A script that writes the file itself does not need the other's.
      const reader = readers.find((one) => names(one.text, path) && !one.own.has(path));
      return reader === undefined
        ? []
        : [
            {
              id: 'preparesTooLate',
              severity: SCRIPT_FINDINGS.preparesTooLate.severity,
              params: { path, other: reader.other },
              place: { kind: 'script', configMap, key, ...positionOf(text, pos) },
            },
          ];
    }),
  );
};
