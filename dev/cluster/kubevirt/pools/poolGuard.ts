import { isDeepStrictEqual } from 'node:util';
import { gateCauses, refuse } from '../admission/machineGuard';
import { machineCauses, typeCauses } from '../admission/machineChecks';
import type { Cause } from '../admission/refusal';
import type { ClusterHost, StoredObject } from '../../contract';
import { selects } from '../labelSelector';
import { at, record } from '../untyped';
import { POOLS } from './pool';

const WEBHOOK = 'virtualmachinepool-validator';
const TEMPLATE = 'spec.virtualMachineTemplate.spec';

const selectorCauses = (pool: StoredObject, old: StoredObject | undefined): Cause[] => {
  const field = 'spec.selector';
  const selector = at(pool, 'spec', 'selector');
  const labels = record(at(pool, 'spec', 'virtualMachineTemplate', 'metadata', 'labels'));
  return [
    ...(selects(selector, labels as Record<string, string>)
      ? []
      : [{ message: 'selector does not match labels.', field }]),
    ...(old === undefined || isDeepStrictEqual(selector, at(old, 'spec', 'selector'))
      ? []
      : [{ message: 'selector is immutable after creation.', field }]),
  ];
};

const unavailableFault = (given: unknown): string | undefined => {
  if (typeof given === 'number') {
    return given > 0 ? undefined : 'maxUnavailable must be greater than 0';
  }
  const text = String(given);
  if (!text.endsWith('%')) {
    return 'maxUnavailable percentage must end with %';
  }
  const percentage = text.slice(0, -1);
  if (!/^[+-]?\d+$/.test(percentage)) {
    return `maxUnavailable percentage value "${percentage}" is invalid: strconv.Atoi: parsing "${percentage}": invalid syntax`;
  }
  const value = Number(percentage);
  return value > 0 && value <= 100
    ? undefined
    : `maxUnavailable percentage value ${value} must be between 1 and 100`;
};

const unavailableCauses = (pool: StoredObject): Cause[] => {
  const given = at(pool, 'spec', 'maxUnavailable') ?? undefined;
  const message = given === undefined ? undefined : unavailableFault(given);
  return message === undefined ? [] : [{ message, field: 'spec.maxUnavailable' }];
};

const strategyCauses = (pool: StoredObject): Cause[] =>
  ['updateStrategy', 'scaleInStrategy'].flatMap((strategy) => {
    const given = record(at(pool, 'spec', strategy));
    const names = ['unmanaged', 'opportunistic', 'proactive'].filter(
      (name) => (given[name] ?? undefined) !== undefined,
    );
    const message = `only one strategy can be configured at a time: but found ${names.join(', ')} strategies`;
    return names.length > 1 ? [{ message, field: `spec.${strategy}` }] : [];
  });

/** KubeVirt's validating webhook of pools: the checks of a VM, and those of the pool. */
export const guardPools = (host: ClusterHost): void => {
  host.onAdmission(POOLS, ({ operation, object, oldObject }) => {
    if (
      object !== undefined &&
      operation !== 'DELETE' &&
      object.metadata.deletionTimestamp === undefined &&
      // A pool without a template is refused by the schema.
      at(object, 'spec', 'virtualMachineTemplate', 'spec', 'template') !== undefined
    ) {
      refuse(WEBHOOK, typeCauses(object, TEMPLATE));
      refuse(WEBHOOK, [
        ...gateCauses(host.store, object, `${TEMPLATE}.template.metadata`),
        ...machineCauses(object, TEMPLATE),
        ...selectorCauses(object, oldObject),
        ...unavailableCauses(object),
        ...strategyCauses(object),
      ]);
    }
    return undefined;
  });
};
