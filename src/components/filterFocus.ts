/** The id of a list's field to filter by name. A page has one list at a time. */
export const NAME_FILTER_ID = 'ksp-filter-name';

/** The id of what holds a list's filters, and the button that unfolds them where there is little room. */
export const FILTERS_ID = 'ksp-filters';

/** Moves the focus to the filter by name or, where the filters are folded, to the button that unfolds them. */
export const focusNameFilter = (): void => {
  const field = document.getElementById(NAME_FILTER_ID);
  field?.focus();
  // A field that is not displayed takes no focus. The button is not PatternFly's to name: it is the first one.
  if (document.activeElement !== field) {
    document.getElementById(FILTERS_ID)?.querySelector('button')?.focus();
  }
};
