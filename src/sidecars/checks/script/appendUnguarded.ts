import { meetsAgain } from './keptBetweenCalls';
import { alwaysRuns } from './python/conditions';
import type { PythonCall, PythonScript, PythonToken } from './python/pythonScript';
import { spelled } from './python/pythonScript';
import { assignedOnce, elementOf, tagOf, textOf, type Assigned } from './python/pythonValues';
import { scriptCheck, type ScriptFinding } from './scriptCheck';
import { textEdits, type TextEdit } from './shell/textEdits';
import type { ShellCommand, ShellScript } from './shell/shellScript';

/** An element that a script adds, with where it adds it as far as that is known. */
export interface Added {
  tag: string;
  parent: string | undefined;
  pos: number;
}

const TAG = '[A-Za-z][\\w:.-]*';

/** What a replacement adds before or after the text that it leaves in place; undefined when it leaves nothing. */
const addedText = (
  pattern: string,
  replacement: string,
): { added: string; isBefore: boolean } | undefined => {
  const at = replacement.indexOf(pattern);
  return pattern === '' || at < 0
    ? undefined
    : { added: replacement.slice(0, at) + replacement.slice(at + pattern.length), isBefore: at > 0 };
};

/** The first element of a text that is put before or after a tag. */
const addedAt = (text: string, isBefore: boolean, added: string, pos: number): Added[] => {
  const tag = new RegExp(`<(${TAG})`).exec(added)?.[1];
  const closing = new RegExp(`</(${TAG})>\\s*$`).exec(text)?.[1];
  const opening = new RegExp(`<(${TAG})(?: [^<>]*)?>$`).exec(text)?.[1];
  return tag === undefined ? [] : [{ tag, parent: isBefore ? closing : opening, pos }];
};

export const addedByEdit = ({ pattern, replacement, kind, pos }: TextEdit): Added[] => {
  const plain = pattern.replace(/\\([/<>"'])/g, '$1');
  const text = replacement.replace(/\\([/<>"'])/g, '$1');
  if (kind === 'a' || kind === 'i') {
    return addedAt(plain, kind === 'i', text, pos);
  }
  const found = kind === 's' ? addedText(plain, text.replace(/(^|[^\\])&/, `$1${plain}`)) : undefined;
  return found === undefined || !/<\/?[A-Za-z]/.test(plain)
    ? []
    : addedAt(plain, found.isBefore, found.added, pos);
};

const addedByShell = (shell: ShellScript): Added[] => {
  const maybeCalled = new Set(
    shell.commands.filter(({ conditional }) => conditional).map(({ name }) => name),
  );
  // A script that may end early, before the edit, has looked first.
  const ends = new Map<string, number>();
  for (const { name, conditional, inFunction, pos } of shell.commands) {
    if (conditional && (name === 'exit' || name === 'return')) {
      const place = name === 'exit' ? 'exit' : `return ${inFunction ?? ''}`;
      ends.set(place, ends.get(place) ?? pos);
    }
  }
  const mayEndBefore = ({ pos, inFunction }: ShellCommand): boolean =>
    ['exit', `return ${inFunction ?? ''}`].some((place) => (ends.get(place) ?? pos) < pos);
  return textEdits(shell)
    .filter(
      ({ addressed, command }) =>
        !addressed &&
        !command.conditional &&
        (command.inFunction === undefined || !maybeCalled.has(command.inFunction)) &&
        !mayEndBefore(command),
    )
    .flatMap(addedByEdit);
};

const ADDING = /(?:^|\.)SubElement$|\.(?:append|insert|appendChild|insertBefore)$/;

/** An element or list that the script itself made, to be filled. */
const MADE = /^(?:\[|list\(|(?:\w+\.)*(?:(?:Element|SubElement|createElement)\(|fromstring\([rf]?["']))/;

/** What stands before `.append(`. */
const receiverOf = ({ pos, statement: { tokens } }: PythonCall): PythonToken[] => {
  const end = tokens.findIndex((token) => token.pos >= pos);
  const before = tokens.slice(0, end - 1);
  const start = before.findLastIndex(({ text }) => text === '=' || text === ':' || text === 'in');
  return before.slice(start + 1);
};

export const addedByCall = (call: PythonCall, assigned: Assigned): Added[] => {
  const { name, args, pos } = call;
  if (/\.(?:replace|sub)$/.test(name)) {
    const [from = [], to = []] = args;
    const pattern = textOf(from, assigned)?.replace(/\\([/<>"'])/g, '$1');
    const replacement = textOf(to, assigned);
    const found =
      pattern === undefined || replacement === undefined ? undefined : addedText(pattern, replacement);
    return found === undefined ? [] : addedAt(pattern ?? '', found.isBefore, found.added, pos);
  }
  if (!ADDING.test(name)) {
    return [];
  }
  const isSub = name.endsWith('SubElement');
  const receiver = isSub ? (args[0] ?? []) : receiverOf(call);
  if (MADE.test(spelled(assigned.get(spelled(receiver)) ?? receiver))) {
    return [];
  }
  const tag = isSub ? tagOf(args[1] ?? [], assigned) : elementOf(args.at(-1) ?? [], assigned);
  return tag === undefined ? [] : [{ tag, parent: elementOf(receiver, assigned), pos }];
};

const addedByPython = (script: PythonScript): Added[] => {
  // A script that takes elements out may well take out its own of the last call.
  if (script.names.has('remove') || script.names.has('clear') || script.names.has('removeChild')) {
    return [];
  }
  const assigned = assignedOnce(script);
  const runs = alwaysRuns(script);
  return script.calls
    .filter(({ statement }) => runs(statement))
    .flatMap((call) => addedByCall(call, assigned));
};

/**
 * Whether it may be a USB controller. libvirt allows no other one beside KubeVirt's, which is of model none in most VMs, so
 * that it may never be there twice.
 */
const maybeUsbController = ({ tag }: Added, text: string): boolean =>
  tag === 'controller' && /\busb\b/.test(text);

/** KubeVirt calls the script two or three times per start: it may meet what it added itself, and add it again. */
export const appendUnguarded = scriptCheck('appendUnguarded', ({ source, shell, python, text }) => {
  if (source.hookPoint === 'preCloudInitIso') {
    return [];
  }
  const added = python === undefined ? shell && addedByShell(shell) : addedByPython(python);
  return (added ?? []).flatMap((element): ScriptFinding[] => {
    const call = meetsAgain(element, source.kubevirtVersion);
    return call === undefined || maybeUsbController(element, text)
      ? []
      : [
          {
            pos: element.pos,
            params: { what: element.tag, call },
            severity: call === 3 ? 'advice' : 'warning',
          },
        ];
  });
});
