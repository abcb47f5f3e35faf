import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import { part } from '../admission/machineDefaults';
import type { Store } from '../../contract';
import { at, number, record, string } from '../untyped';
import { matchedSpec, matcherOf, missing, ROLES, type Role } from './matchers';

/** The VM's instance type or preference does not exist, or the VM contradicts it. */
export class ExpandError extends Error {
  constructor(
    message: string,
    readonly role: Role,
  ) {
    super(message);
  }
}

type Template = NonNullable<VirtualMachine['spec']['template']>;

const annotationsOf = (template: Template): Record<string, unknown> =>
  part(part(record(template), 'metadata'), 'annotations');

/** Applies an instance type, which always wins. Returns the fields of the template that contradict it. */
const applyInstancetype = (template: Template, spec: Record<string, unknown>): string[] => {
  const domain = record(template.spec.domain);
  const conflicts: string[] = [];
  const guest = number(at(spec, 'cpu', 'guest'));
  if (guest !== undefined) {
    const given = record(domain.cpu);
    for (const field of ['sockets', 'cores', 'threads'].filter((name) => name in given)) {
      conflicts.push(`spec.template.spec.domain.cpu.${field}`);
    }
    domain.cpu = { ...given, sockets: guest, cores: 1, threads: 1 };
  }
  const memory = string(at(spec, 'memory', 'guest'));
  if (memory !== undefined) {
    if (at(domain, 'memory', 'guest') !== undefined) {
      conflicts.push('spec.template.spec.domain.memory');
    }
    domain.memory = { ...record(domain.memory), guest: memory };
  }
  const annotations = annotationsOf(template);
  for (const [name, value] of Object.entries(record(spec.annotations))) {
    if (annotations[name] !== undefined && annotations[name] !== value) {
      conflicts.push(`annotations.${name}`);
    }
    annotations[name] = value;
  }
  return conflicts;
};

/** Applies a preference, which sets only what the template does not. */
const applyPreference = (template: Template, spec: Record<string, unknown>): void => {
  const annotations = annotationsOf(template);
  for (const [name, value] of Object.entries(record(spec.annotations))) {
    annotations[name] ??= value;
  }
};

/**
 * A VM's template with the values of its instance type and preference. Does not change the VM. Throws ExpandError.
 */
export const expandedTemplate = (store: Store, vm: VirtualMachine): Template | undefined => {
  const template = structuredClone(vm.spec.template);
  if (template === undefined) {
    return undefined;
  }
  for (const role of ROLES) {
    const matcher = matcherOf(vm, role);
    if (matcher === undefined) {
      continue;
    }
    const spec = matchedSpec(store, vm, matcher);
    if (spec === undefined) {
      throw new ExpandError(missing(matcher), role);
    }
    if (role === 'preference') {
      applyPreference(template, spec);
      continue;
    }
    const conflicts = applyInstancetype(template, spec);
    if (conflicts.length > 0) {
      throw new ExpandError(
        `VM field(s) ${conflicts.join(', ')} conflicts with selected instance type`,
        role,
      );
    }
  }
  return template;
};

/** The annotations of an instance with the names of its instance type and preference. */
export const nameAnnotations = (vm: VirtualMachine): Record<string, string> =>
  Object.fromEntries(
    ROLES.flatMap((role) => {
      const matcher = matcherOf(vm, role);
      return matcher === undefined
        ? []
        : [[`kubevirt.io/${matcher.isCluster ? 'cluster-' : ''}${role}-name`, matcher.name]];
    }),
  );
