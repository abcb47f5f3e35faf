/** The id of the name filter. A page has one list at a time. */
export const NAME_FILTER_ID = 'ksp-filter-name';

/** The id of the element with a list's filters and the button that unfolds them on narrow screens. */
export const FILTERS_ID = 'ksp-filters';

/** Moves the focus to the name filter or, if the filters are folded, to the button that unfolds them. */
export const focusNameFilter = (): void => {
  const field = document.getElementById(NAME_FILTER_ID);
  field?.focus();
  // A hidden field cannot get the focus. PatternFly gives the button no name; it is the first one.
  if (document.activeElement !== field) {
    document.getElementById(FILTERS_ID)?.querySelector('button')?.focus();
  }
};
