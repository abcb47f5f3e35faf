import type { ReactElement } from 'react';
import { Pagination } from '@patternfly/react-core';
import { useSidecarTranslation } from '../i18n';
import { PAGE_SIZES } from '../sidecars/rows/listQuery';

interface ListPaginationProps {
  /** Number of items on all pages. */
  count: number;
  /** Starts at 1. */
  page: number;
  perPage: number;
  onChange: (change: { page: number } | { perPage: number }) => void;
  /** The sizes of a page to choose from. */
  sizes?: readonly number[];
  /** Below the list: shown only if there is more than one page. */
  isBottom?: boolean;
}

/**
 * The pagination of a list. A list has one above and one below: on narrow screens the upper one shows only the count, the
 * lower one has the buttons.
 */
export const ListPagination = ({
  count,
  page,
  perPage,
  onChange,
  sizes = PAGE_SIZES,
  isBottom = false,
}: ListPaginationProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  return isBottom && count <= perPage ? null : (
    <Pagination
      {...(isBottom ? { variant: 'bottom', dropDirection: 'up' } : { isCompact: true })}
      itemCount={count}
      page={page}
      perPage={perPage}
      perPageOptions={sizes.map((value) => ({ title: String(value), value }))}
      titles={{
        currPageAriaLabel: t('Current page'),
        items: '',
        itemsPerPage: t('Items per page'),
        ofWord: t('of'),
        // The visible range of items is its name.
        optionsToggleAriaLabel: '',
        page: '',
        paginationAriaLabel: isBottom ? t('Pagination below the list') : t('Pagination'),
        perPageSuffix: t('per page'),
        toFirstPageAriaLabel: t('Go to first page'),
        toLastPageAriaLabel: t('Go to last page'),
        toNextPageAriaLabel: t('Go to next page'),
        toPreviousPageAriaLabel: t('Go to previous page'),
      }}
      onSetPage={(_event, next) => {
        onChange({ page: next });
      }}
      onPerPageSelect={(_event, size) => {
        onChange({ perPage: size });
      }}
    />
  );
};
