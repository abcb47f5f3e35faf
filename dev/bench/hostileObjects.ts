import type { StoredObject } from '../cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../scenarios/objects';

const HOSTILE_NAMESPACE = 'bench-hostile';

/** Just below 64 kB, above which scripts are not checked. */
const SCRIPT_BYTES = 63_000;

const script = (piece: string): string => `#!/bin/sh\n${piece.repeat(SCRIPT_BYTES / piece.length)}`;

const SCRIPTS = {
  usual: '#!/bin/sh\nprintf \'%s\' "$4"\n',
  pipes: script('a|'),
  nested: script('$('),
  seds: script('sed s/a/b/;'),
};

/** Stopped VMs whose owners mean to freeze the page. */
export const hostileObjects = (): StoredObject[] => [
  namespace(HOSTILE_NAMESPACE),
  ...[1_000, 80_000].map((entries) =>
    virtualMachine(HOSTILE_NAMESPACE, `entries-${entries}`, {
      runStrategy: 'Halted',
      sidecars: Array.from({ length: entries }, () => ({})),
    }),
  ),
  ...Object.entries(SCRIPTS).flatMap(([name, text]) => [
    hookScript(HOSTILE_NAMESPACE, name, text),
    virtualMachine(HOSTILE_NAMESPACE, `script-${name}`, {
      runStrategy: 'Halted',
      sidecars: [onDefineDomain(name)],
    }),
  ]),
];

const tabOf = (vm: string): string =>
  `/k8s/ns/${HOSTILE_NAMESPACE}/kubevirt.io~v1~VirtualMachine/${vm}/sidecar-hooks`;

/** Has the editor, as the pages of hostile scripts have. */
export const USUAL_PAGE = tabOf('script-usual');

/** The pages to open, by what is hostile there. */
export const HOSTILE_PAGES: readonly (readonly [string, string])[] = [
  ['script-usual, for comparison', USUAL_PAGE],
  ['list of these VMs', `/k8s/ns/${HOSTILE_NAMESPACE}/sidecar-hooks`],
  ...['entries-1000', 'entries-80000', 'script-pipes', 'script-nested', 'script-seds'].map(
    (vm) => [vm, tabOf(vm)] as const,
  ),
  ...['pipes', 'nested', 'seds'].map(
    (name) =>
      [
        `workbench of ${name}`,
        `/k8s/ns/${HOSTILE_NAMESPACE}/sidecar-hooks/scripts/${name}/script.sh`,
      ] as const,
  ),
];
