import { readXml } from '../domainSpec/readXml';
import type { XmlElement } from '../domainSpec/xmlElement';
import { callDiff } from './callDiff';
import type { Change, ElementNames } from './diff/domainDiff';
import { Fingerprints } from './diff/fingerprints';
import type { HookCall } from './hookCall';

interface Again {
  kind: 'addsAgain' | 'changesAgain' | 'lostLater';
  call: number;
  path: string;
}

const rootOf = (xml: string): XmlElement[] => {
  const read = readXml(xml);
  return read.kind === 'read' ? [read.root] : [];
};

/** All elements at a place, such as all disks. */
const elementsAt = (roots: readonly XmlElement[], names: ElementNames): readonly XmlElement[] => {
  let found = roots.filter(({ name }) => name === names[0]);
  for (const name of names.slice(1)) {
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return found;
};

/** Whether `whole` has all that `part` has. KubeVirt and libvirt add to what a script has made, and leave out of it. */
const contains = (whole: XmlElement, part: XmlElement): boolean => {
  const left = [...whole.children];
  return (
    whole.name === part.name &&
    (part.text === '' || part.text === whole.text) &&
    [...part.attributes].every(([name, value]) => value === '' || whole.attributes.get(name) === value) &&
    part.children.every((child) => {
      const found = left.findIndex((candidate) => contains(candidate, child));
      return found >= 0 && left.splice(found, 1).length > 0;
    })
  );
};

/** Without what libvirt gives each device. */
const asAdded = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children.filter(
    ({ name, attributes }) =>
      name !== 'address' && !(name === 'alias' && attributes.get('name')?.startsWith('ua-') !== true),
  ),
});

type Addition = Extract<Change, { kind: 'added' | 'removed' | 'moved' }>;

const additions = (call: HookCall): Addition[] =>
  callDiff(call).changes.filter((change): change is Addition => change.kind === 'added');

/** An added element and all in it, each with its place. */
const withInner = (
  names: ElementNames,
  element: XmlElement,
): { names: ElementNames; element: XmlElement }[] => [
  { names, element },
  ...element.children.flatMap((child) => withInner([...names, child.name], child)),
];

/** An element that an earlier call has added, that the input of this call has, and that this call adds once more. */
export const addedAgain = (calls: readonly HookCall[]): Again | undefined => {
  const fingerprints = new Fingerprints();
  const key = (names: ElementNames, element: XmlElement): string =>
    `${names.join('/')} ${String(fingerprints.of(element))}`;
  const firstInput = rootOf(calls[0]?.input ?? '');
  const earlier = new Set<string>();
  for (const call of calls) {
    const added = additions(call);
    const input = rootOf(call.input);
    const again = added.find(({ names, element }) => {
      if (!earlier.has(key(names, element))) {
        return false;
      }
      const count = (roots: readonly XmlElement[]): number =>
        elementsAt(roots, names).filter((one) => contains(element, asAdded(one))).length;
      return count(input) > count(firstInput);
    });
    if (again !== undefined) {
      return { kind: 'addsAgain', call: call.call, path: again.path };
    }
    added
      .flatMap(({ names, element }) => withInner(names, element))
      .forEach(({ names, element }) => earlier.add(key(names, element)));
  }
  return undefined;
};

/** A value that an earlier call has set, that this call got, and that it changes once more. */
export const changedAgain = (calls: readonly HookCall[]): Again | undefined => {
  const set = new Map<string, string | undefined>();
  for (const call of calls) {
    for (const change of callDiff(call).changes) {
      if (change.kind === 'attribute' || change.kind === 'text') {
        const key = `${change.path} ${change.kind === 'attribute' ? change.attribute : ''}`;
        if (change.before !== undefined && set.has(key) && set.get(key) === change.before) {
          return { kind: 'changesAgain', call: call.call, path: change.path };
        }
        set.set(key, change.after);
      }
    }
  }
  return undefined;
};

const isLost = (change: Change, output: readonly XmlElement[]): boolean => {
  const { names } = change;
  const found = elementsAt(output, names);
  if (change.kind === 'added') {
    const hasParent = elementsAt(output, names.slice(0, -1)).length > 0;
    return hasParent && !found.some((element) => contains(element, change.element));
  }
  const [element, another] = found;
  if (element === undefined || another !== undefined) {
    return false;
  }
  switch (change.kind) {
    case 'attribute':
      return element.attributes.get(change.attribute) === change.before;
    case 'text':
      return element.text === change.before;
    default:
      return false;
  }
};

/**
 * A change of call 1 that the last call's result does not have, such as that of a script that remembers in a file that it
 * has run. Interfaces are left out: those of call 1 are partly placeholders.
 */
export const lostLater = (calls: readonly HookCall[]): Again | undefined => {
  const [first, ...later] = calls;
  const last = later.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const output = rootOf(last.output);
  const changes = callDiff(first).changes.filter(({ names }) => !names.includes('interface'));
  const lost = changes.find((change) => isLost(change, output));
  return lost && { kind: 'lostLater', call: last.call, path: lost.path };
};
