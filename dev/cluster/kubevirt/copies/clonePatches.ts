import { at, records, string } from '../untyped';
import { LAST_RESTORE, type Clone, type SnapshotContent } from './copies';

interface Operation {
  op: 'replace' | 'remove';
  path: string;
  value?: string;
}

const matches = (filter: string, key: string): boolean => {
  try {
    return new RegExp(filter === '*' ? '.*' : filter).test(key);
  } catch {
    return false;
  }
};

/** Removes what no filter includes, or what a filter with `!` excludes. Without filters everything stays. */
const removals = (
  names: Record<string, string> | undefined,
  filters: readonly string[] | null | undefined,
  path: string,
): Operation[] => {
  if (filters === undefined || filters === null) {
    return [];
  }
  const excluding = filters.filter((filter) => filter.startsWith('!')).map((filter) => filter.slice(1));
  const including = filters.filter((filter) => !filter.startsWith('!'));
  return Object.keys(names ?? {})
    .filter(
      (key) =>
        !including.some((filter) => matches(filter, key)) || excluding.some((filter) => matches(filter, key)),
    )
    .map((key) => ({ op: 'remove', path: `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` }));
};

/** The JSON patches, each as text, that make the clone of a stored VM: new identities, and the changes that the clone asks for. */
export const clonePatches = (
  { spec }: Clone,
  { metadata, spec: stored }: SnapshotContent['spec']['source']['virtualMachine'],
): string[] => {
  const { template } = stored;
  // The restore writes this one anew.
  const annotations = Object.fromEntries(
    Object.entries(metadata.annotations ?? {}).filter(([key]) => key !== LAST_RESTORE),
  );
  const domain = '/spec/template/spec/domain';
  const identity = (path: string, value = ''): Operation => ({ op: 'replace', path, value });
  const operations: Operation[] = [
    ...records(template?.spec.domain.devices.interfaces).map(({ name }, index) =>
      identity(
        `${domain}/devices/interfaces/${index}/macAddress`,
        spec.newMacAddresses?.[string(name) ?? ''],
      ),
    ),
    ...(at(template?.spec.domain, 'firmware') === undefined
      ? []
      : [identity(`${domain}/firmware/serial`, spec.newSMBiosSerial), identity(`${domain}/firmware/uuid`)]),
    ...removals(metadata.labels, spec.labelFilters, '/metadata/labels'),
    ...removals(annotations, spec.annotationFilters, '/metadata/annotations'),
    ...removals(template?.metadata?.labels, spec.template?.labelFilters, '/spec/template/metadata/labels'),
    ...removals(
      template?.metadata?.annotations,
      spec.template?.annotationFilters,
      '/spec/template/metadata/annotations',
    ),
  ];
  return [...operations.map((operation) => JSON.stringify(operation)), ...(spec.patches ?? [])];
};
