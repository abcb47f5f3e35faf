import type { PrinterColumn, ResourceType, StoredObject } from '../../contract';
import { ageOf } from '../age';

type IncludeObject = 'None' | 'Metadata' | 'Object';

const AGE_COLUMN: PrinterColumn = {
  name: 'Age',
  type: 'date',
  description: 'Time since the object was created',
  value: ({ metadata }) => metadata.creationTimestamp ?? null,
};

const NAME_COLUMN: PrinterColumn = {
  name: 'Name',
  type: 'string',
  format: 'name',
  description: 'Name of the object, unique in its namespace',
  value: ({ metadata }) => metadata.name,
};

/** Name comes first unless the type has it elsewhere; a type without columns gets its age. */
const columnsOf = ({ columns = [AGE_COLUMN] }: ResourceType): readonly PrinterColumn[] =>
  columns.some(({ name }) => name === 'Name') ? columns : [NAME_COLUMN, ...columns];

const cellOf = (column: PrinterColumn, object: StoredObject): string | number | boolean | null => {
  const value = column.value(object);
  return column.type === 'date' && typeof value === 'string' ? ageOf(value) : value;
};

export const metadataOnly = ({ metadata }: StoredObject): Record<string, unknown> => ({
  kind: 'PartialObjectMetadata',
  apiVersion: 'meta.k8s.io/v1',
  metadata,
});

const includeObjectOf = (query: URLSearchParams): IncludeObject => {
  const value = query.get('includeObject');
  return value === 'None' || value === 'Object' ? value : 'Metadata';
};

const rowObject = (include: IncludeObject, object: StoredObject): Record<string, unknown> | undefined => {
  switch (include) {
    case 'None':
      return undefined;
    case 'Object':
      return object;
    case 'Metadata':
      return metadataOnly(object);
  }
};

/** The Table that `kubectl get` prints; columns with priority over 0 are those of `-o wide`. */
export const tableOf = (
  type: ResourceType,
  objects: readonly StoredObject[],
  metadata: Record<string, unknown>,
  query: URLSearchParams,
): Record<string, unknown> => {
  const columns = columnsOf(type);
  const include = includeObjectOf(query);
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.map((column) => ({
      name: column.name,
      type: column.type,
      format: column.format ?? '',
      description: column.description ?? '',
      priority: column.priority ?? 0,
    })),
    rows: objects.map((object) => ({
      cells: columns.map((column) => cellOf(column, object)),
      ...(include === 'None' ? {} : { object: rowObject(include, object) }),
    })),
  };
};
