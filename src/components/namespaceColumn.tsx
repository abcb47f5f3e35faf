import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import type { TFunction } from 'i18next';
import type { ListColumn } from './ListTable';

const NAMESPACE = { version: 'v1', kind: 'Namespace' };

/** A list's column of namespaces; none unless the list has objects of several namespaces. */
export const namespaceColumn = <Row,>(
  t: TFunction,
  isShown: boolean,
  namespaceOf: (row: Row) => string | undefined,
): ListColumn<Row, 'namespace'>[] =>
  isShown
    ? [
        {
          id: 'namespace',
          title: t('Namespace'),
          minWidth: '7.5rem',
          cell: (row) => <ResourceLink groupVersionKind={NAMESPACE} hideIcon name={namespaceOf(row)} />,
        },
      ]
    : [];
