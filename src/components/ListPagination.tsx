import type { ReactElement } from 'react';
import { Pagination } from '@patternfly/react-core';
import { useSidecarTranslation } from '../i18n';

interface ListPaginationProps {
  /** Of all pages. */
  count: number;
  /** From 1. */
  page: number;
  perPage: number;
  pageSizes: readonly number[];
  onChange: (change: { page: number } | { perPage: number }) => void;
  /** Under the list: only where there is more than one page. */
  isBottom?: boolean;
}

/**
 * The pages of a list. Narrow screens show only the count at the top and have their buttons at the bottom: a list has
 * both.
 */
export const ListPagination = ({
  count,
  page,
  perPage,
  pageSizes,
  onChange,
  isBottom = false,
}: ListPaginationProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  return isBottom && count <= perPage ? null : (
    <Pagination
      {...(isBottom ? { variant: 'bottom', dropDirection: 'up' } : { isCompact: true })}
      itemCount={count}
      page={page}
      perPage={perPage}
      perPageOptions={pageSizes.map((value) => ({ title: String(value), value }))}
      titles={{
        currPageAriaLabel: t('Current page'),
        items: '',
        itemsPerPage: t('Items per page'),
        ofWord: t('of'),
        // Named by its text, the range of items that is shown.
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
