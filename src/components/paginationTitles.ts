import type { PaginationTitles } from '@patternfly/react-core';
import type { TFunction } from 'i18next';

/** The words of PatternFly's pagination, which are English unless given. */
export const paginationTitles = (t: TFunction): PaginationTitles => ({
  currPageAriaLabel: t('Current page'),
  items: '',
  itemsPerPage: t('Items per page'),
  ofWord: t('of'),
  // Named by its text, the range of items that is shown.
  optionsToggleAriaLabel: '',
  page: '',
  paginationAriaLabel: t('Pagination'),
  perPageSuffix: t('per page'),
  toFirstPageAriaLabel: t('Go to first page'),
  toLastPageAriaLabel: t('Go to last page'),
  toNextPageAriaLabel: t('Go to next page'),
  toPreviousPageAriaLabel: t('Go to previous page'),
});
