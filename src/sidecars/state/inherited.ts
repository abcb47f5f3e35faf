import { RAW_IO_ANNOTATION } from '../annotation/constants';
import type { VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import { instanceAnnotation, templateAnnotation } from '../objects/vm';

/** What puts hooks on an instance that its VM's template does not have. */
export type HookOrigin =
  | { kind: 'preference' | 'instancetype'; resource: string; name: string }
  /** The webhook of the raw I/O add-on. */
  | { kind: 'rawIo' };

interface Matcher {
  kind?: string;
  name?: string;
}

/** The first kind of each is the default. */
const RESOURCES = {
  preference: ['VirtualMachineClusterPreference', 'VirtualMachinePreference'],
  instancetype: ['VirtualMachineClusterInstancetype', 'VirtualMachineInstancetype'],
} as const;

/** KubeVirt accepts kinds in any case and in the plural, and itself fills in lower case. */
const resourceOf = (kind: keyof typeof RESOURCES, named: string): string =>
  RESOURCES[kind].find((one) =>
    [one, `${one}s`].some((name) => name.toLowerCase() === named.toLowerCase()),
  ) ?? RESOURCES[kind][0];

const matcherOrigin = (vm: VirtualMachine, kind: 'preference' | 'instancetype'): HookOrigin[] => {
  const { kind: named = '', name = '' } = (vm.spec[kind] ?? {}) as Matcher;
  return name === '' ? [] : [{ kind, resource: resourceOf(kind, named), name }];
};

/** What may give this VM hooks. */
export const hookOrigins = (vm: VirtualMachine): HookOrigin[] => [
  ...matcherOrigin(vm, 'preference'),
  ...matcherOrigin(vm, 'instancetype'),
  ...(vm.spec.template?.metadata?.annotations?.[RAW_IO_ANNOTATION] === undefined
    ? []
    : [{ kind: 'rawIo' } as const]),
];

export interface InheritedHooks {
  /** The annotation that instances of the VM get. */
  text: string;
  /** One of these gives it. */
  origins: readonly HookOrigin[];
}

/**
 * The hooks that instances of a VM get although its template has none.
 *
 * @param expanded the VM as KubeVirt expands it; without it, what the instance has counts as inherited
 */
export const inheritedHooks = (
  vm: VirtualMachine,
  vmi: VirtualMachineInstance | undefined,
  expanded: VirtualMachine | undefined,
): InheritedHooks | undefined => {
  const all = hookOrigins(vm);
  if (templateAnnotation(vm) !== undefined || all.length === 0) {
    return undefined;
  }
  // Webhooks come after the expansion.
  const rawIo = all.filter(({ kind }) => kind === 'rawIo');
  const expandedText = expanded && templateAnnotation(expanded);
  const [text, origins] =
    expandedText === undefined
      ? [vmi && instanceAnnotation(vmi), expanded === undefined ? all : rawIo]
      : [expandedText, all.filter(({ kind }) => kind !== 'rawIo')];
  return text === undefined || origins.length === 0 ? undefined : { text, origins };
};
