import type { PythonScript } from './python/pythonScript';
import { scriptCheck, type ScriptFinding } from './scriptCheck';
import { textEdits } from './shell/textEdits';

const ELEMENTS = 'name|uuid|memory|currentMemory|vcpu';

/** The element with its contents, so that the edit replaces what is in it. */
const WITH_CONTENTS = new RegExp(`<(${ELEMENTS})(?:[ >][^>]*)?>[^<]*[^<\\s][^<]*(?:</\\1>|$)`);

const OWN_PATH = new RegExp(`^(?:\\./)?(${ELEMENTS})$`);
const ROOT = /^(?:root|domain|dom|tree|doc|document|xml|xml_root|domain_xml)$/;

/** `root.find("name").text = …`, also by way of a variable. */
const pythonFindings = ({ calls, statements }: PythonScript): ScriptFinding[] =>
  calls.flatMap(({ name, args, end, statement }) => {
    const rest = statement.tokens.filter(({ pos }) => pos >= end);
    const [receiver = '', method] = name.split('.');
    const element = OWN_PATH.exec(args[0]?.[0]?.value ?? '')?.[1];
    if (method !== 'find' || !ROOT.test(receiver) || element === undefined) {
      return [];
    }
    const isSet = (tokens: readonly { text: string }[]): boolean =>
      tokens[0]?.text === '.' && tokens[1]?.text === 'text' && tokens[2]?.text === '=';
    const variable =
      statement.tokens[1]?.text === '=' && rest.length === 0 ? statement.tokens[0]?.text : undefined;
    const set = isSet(rest)
      ? statement
      : statements.find(
          ({ tokens }) => variable !== undefined && tokens[0]?.text === variable && isSet(tokens.slice(1)),
        );
    return set === undefined ? [] : [{ pos: set.pos, params: { element } }];
  });

/** KubeVirt finds the domain by its name and counts its memory: what it did not set itself it loses track of. */
export const identityChanged = scriptCheck('identityChanged', ({ source, shell, python }) => {
  if (source.hookPoint === 'preCloudInitIso') {
    return [];
  }
  const edits = shell === undefined ? [] : textEdits(shell);
  return [
    ...edits.flatMap(({ kind, pattern, replacement, pos }): ScriptFinding[] => {
      const element = kind === 's' ? WITH_CONTENTS.exec(pattern)?.[1] : undefined;
      return element === undefined || /&|\\[1-9]/.test(replacement) || replacement.includes(pattern)
        ? []
        : [{ pos, params: { element } }];
    }),
    ...(python === undefined ? [] : pythonFindings(python)),
  ];
});
