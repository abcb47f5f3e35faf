import type { PrinterColumn, StoredObject } from '../../contract';
import { at, number, records, string } from '../untyped';

const text =
  (...path: string[]) =>
  (object: StoredObject): string | null =>
    string(at(object, ...path)) ?? null;

/** The status of a condition. */
export const condition =
  (type: string) =>
  (object: StoredObject): string | null =>
    string(records(at(object, 'status', 'conditions')).find((item) => item.type === type)?.status) ?? null;

const column = (
  name: string,
  value: PrinterColumn['value'],
  more: Partial<PrinterColumn> = {},
): PrinterColumn => ({
  name,
  type: 'string',
  value,
  ...more,
});

export const age = column('Age', (object) => object.metadata.creationTimestamp ?? null, {
  type: 'date',
  description: 'Custom resource definition column (in JSONPath format): .metadata.creationTimestamp',
});

export const MACHINE_COLUMNS: PrinterColumn[] = [
  age,
  column('Status', text('status', 'printableStatus'), { description: 'Human Readable Status' }),
  column('Ready', condition('Ready'), {
    description:
      "Custom resource definition column (in JSONPath format): .status.conditions[?(@.type=='Ready')].status",
  }),
];

export const INSTANCE_COLUMNS: PrinterColumn[] = [
  age,
  column('Phase', text('status', 'phase')),
  column('IP', (object) => string(records(at(object, 'status', 'interfaces'))[0]?.ipAddress) ?? null),
  column('NodeName', text('status', 'nodeName')),
  column('Ready', condition('Ready')),
  column('Live-Migratable', condition('LiveMigratable'), { priority: 1 }),
  column('Paused', condition('Paused'), { priority: 1 }),
];

const count = (name: string, ...path: string[]): PrinterColumn =>
  column(name, (object) => number(at(object, ...path)) ?? null, { type: 'integer' });

/** Those of replica sets and pools. */
export const SCALED_COLUMNS: PrinterColumn[] = [
  count('Desired', 'spec', 'replicas'),
  count('Current', 'status', 'replicas'),
  count('Ready', 'status', 'readyReplicas'),
  age,
];

export const MIGRATION_COLUMNS: PrinterColumn[] = [
  column('Phase', text('status', 'phase'), { description: 'The current phase of VM instance migration' }),
  column('VMI', text('spec', 'vmiName'), { description: 'The name of the VMI to perform the migration on' }),
];

export const KUBE_VIRT_COLUMNS: PrinterColumn[] = [age, column('Phase', text('status', 'phase'))];

export const HYPER_CONVERGED_COLUMNS: PrinterColumn[] = [age];

const flag = (name: string, ...path: string[]): PrinterColumn => {
  const value = (object: StoredObject): boolean | null => {
    const found = at(object, ...path);
    return typeof found === 'boolean' ? found : null;
  };
  return column(name, value, { type: 'boolean' });
};

const time = (name: string, ...path: string[]): PrinterColumn =>
  column(name, text(...path), { type: 'date' });

const CONTENT = [
  flag('ReadyToUse', 'status', 'readyToUse'),
  time('CreationTime', 'status', 'creationTime'),
  column('Error', text('status', 'error', 'message')),
];

export const SNAPSHOT_COLUMNS: PrinterColumn[] = [
  column('SourceKind', text('spec', 'source', 'kind')),
  column('SourceName', text('spec', 'source', 'name')),
  column('Phase', text('status', 'phase')),
  ...CONTENT,
];

export const SNAPSHOT_CONTENT_COLUMNS: PrinterColumn[] = CONTENT;

export const RESTORE_COLUMNS: PrinterColumn[] = [
  column('TargetKind', text('spec', 'target', 'kind')),
  column('TargetName', text('spec', 'target', 'name')),
  flag('Complete', 'status', 'complete'),
  time('RestoreTime', 'status', 'restoreTime'),
];

export const CLONE_COLUMNS: PrinterColumn[] = [
  column('Phase', text('status', 'phase')),
  column('SourceVirtualMachine', text('spec', 'source', 'name')),
  column('TargetVirtualMachine', text('spec', 'target', 'name')),
];
