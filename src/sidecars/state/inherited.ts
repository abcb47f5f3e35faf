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

const DEFAULT_RESOURCES = {
  preference: 'VirtualMachineClusterPreference',
  instancetype: 'VirtualMachineClusterInstancetype',
} as const;

const matcherOrigin = (vm: VirtualMachine, kind: 'preference' | 'instancetype'): HookOrigin[] => {
  const { kind: resource = '', name = '' } = (vm.spec[kind] ?? {}) as Matcher;
  return name === '' ? [] : [{ kind, resource: resource === '' ? DEFAULT_RESOURCES[kind] : resource, name }];
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
