import type { ReactElement } from 'react';
import { memo } from 'react';
import { Checkbox } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr, type TdProps } from '@patternfly/react-table';
import { useSidecarTranslation } from '../i18n';
import './ListTable.css';

export interface ListColumn<Row, Id extends string> {
  id: Id;
  title: string;
  /** Narrower columns would break words. */
  minWidth?: string;
  /** Hidden in narrow tables: below 1450 pixels, except where rows are blocks. */
  isExtra?: boolean;
  cell: (row: Row) => ReactElement;
}

const EXTRA: TdProps['visibility'] = ['hiddenOnLg', 'visibleOn2Xl'];

interface ListSort<Id extends string> {
  sortBy: Id;
  direction: 'asc' | 'desc';
}

/** All members but `isSelected` must have a stable identity, or all rows render again. */
export interface RowSelection<Row> {
  isSelected: (row: Row) => boolean;
  onSelect: (row: Row, isSelected: boolean) => void;
  /** Rows of other kinds have no checkbox. */
  isSelectable: (row: Row) => boolean;
  /** The accessible name of a row's checkbox. */
  label: (row: Row) => string;
}

interface ListTableProps<Row, Id extends string> {
  label: string;
  columns: readonly ListColumn<Row, Id>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** For `data-test`. */
  rowTestId: (row: Row) => string;
  sort: ListSort<Id>;
  onSort: (sort: ListSort<Id>) => void;
  /** Must have a stable identity, or all rows render again. */
  actions: (row: Row) => ReactElement;
  /** If given, rows have checkboxes. */
  selection?: RowSelection<Row>;
}

interface SelectCellProps<Row> extends Pick<RowSelection<Row>, 'onSelect' | 'label'> {
  row: Row;
  id: string;
  isSelected: boolean;
}

const SelectCell = <Row,>({ row, id, isSelected, onSelect, label }: SelectCellProps<Row>): ReactElement => (
  <Checkbox
    id={`select-${id}`}
    aria-label={label(row)}
    isChecked={isSelected}
    onChange={(_event, isChecked) => {
      onSelect(row, isChecked);
    }}
  />
);

interface ListRowProps<Row, Id extends string> extends Partial<
  Pick<RowSelection<Row>, 'onSelect' | 'label'>
> {
  row: Row;
  columns: readonly ListColumn<Row, Id>[];
  actions: (row: Row) => ReactElement;
  testId: string;
  /** Undefined if it cannot be selected. */
  isSelected: boolean | undefined;
}

/** Memoized: renders again only when its row or the columns change. */
const ListRow = memo(
  <Row, Id extends string>({
    row,
    columns,
    actions,
    testId,
    isSelected,
    onSelect,
    label,
  }: ListRowProps<Row, Id>): ReactElement => (
    <Tr data-test={testId} isRowSelected={isSelected === true}>
      {onSelect === undefined || label === undefined ? null : (
        <Td className="pf-v6-c-table__check">
          {isSelected === undefined ? null : (
            <SelectCell row={row} id={testId} isSelected={isSelected} onSelect={onSelect} label={label} />
          )}
        </Td>
      )}
      {columns.map(({ id, title, minWidth, isExtra, cell }) => (
        <Td
          key={id}
          dataLabel={title}
          visibility={isExtra === true ? EXTRA : undefined}
          style={minWidth === undefined ? undefined : { minWidth }}
        >
          {/* One element, because a narrow table arranges the children of a cell in a grid. */}
          <div>{cell(row)}</div>
        </Td>
      ))}
      <Td isActionCell>{actions(row)}</Td>
    </Tr>
  ),
  // `memo` loses the type parameters.
) as <Row, Id extends string>(props: ListRowProps<Row, Id>) => ReactElement;

/** One page of a sorted list with a menu per row, and a checkbox where rows can be selected. */
export const ListTable = <Row, Id extends string>({
  label,
  columns,
  rows,
  rowId,
  rowTestId,
  sort: { sortBy, direction },
  onSort,
  actions,
  selection,
}: ListTableProps<Row, Id>): ReactElement => {
  const { t } = useSidecarTranslation();
  const index = columns.findIndex((column) => column.id === sortBy);
  return (
    <Table className="ksp-list-table" aria-label={label} variant="compact" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          {selection === undefined ? null : <Th screenReaderText={t('Selection')} />}
          {columns.map(({ id, title, isExtra }, columnIndex) => (
            <Th
              key={id}
              modifier="nowrap"
              visibility={isExtra === true ? EXTRA : undefined}
              sort={{
                columnIndex,
                sortBy: { index, direction },
                onSort: (_event, _index, next) => {
                  onSort({ sortBy: id, direction: next });
                },
              }}
            >
              {title}
            </Th>
          ))}
          <Th screenReaderText={t('Actions')} />
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <ListRow
            key={rowId(row)}
            row={row}
            columns={columns}
            actions={actions}
            testId={rowTestId(row)}
            isSelected={selection?.isSelectable(row) === true ? selection.isSelected(row) : undefined}
            onSelect={selection?.onSelect}
            label={selection?.label}
          />
        ))}
      </Tbody>
    </Table>
  );
};
