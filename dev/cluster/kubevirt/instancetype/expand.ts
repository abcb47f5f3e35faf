import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import { part } from '../admission/machineDefaults';
import type { Store } from '../../contract';
import { at, number, record, string } from '../untyped';
import { matchedSpec, matcherOf, missing, ROLES, type Role } from './matchers';

/** A VM whose instance type or preference is not there, or which says something else itself. */
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

/** An instance type decides: answers the fields in which the template says something else. */
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

/** A preference only says what the template leaves open. */
const applyPreference = (template: Template, spec: Record<string, unknown>): void => {
  const annotations = annotationsOf(template);
  for (const [name, value] of Object.entries(record(spec.annotations))) {
    annotations[name] ??= value;
  }
};

/**
 * A VM's template together with what comes from its instance type and its preference. The VM itself stays as it is.
 * Throws ExpandError.
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

/** The annotations by which an instance tells what its VM named. */
export const nameAnnotations = (vm: VirtualMachine): Record<string, string> =>
  Object.fromEntries(
    ROLES.flatMap((role) => {
      const matcher = matcherOf(vm, role);
      return matcher === undefined
        ? []
        : [[`kubevirt.io/${matcher.isCluster ? 'cluster-' : ''}${role}-name`, matcher.name]];
    }),
  );
