/** The tabs of the page; the first is the default. */
export const PAGE_TABS = ['virtual-machines', 'hook-scripts', 'feature-gate'] as const;
export type PageTab = (typeof PAGE_TABS)[number];

export const pageTabOf = (parameters: URLSearchParams): PageTab => {
  const asked = parameters.get('tab');
  return PAGE_TABS.find((tab) => tab === asked) ?? PAGE_TABS[0];
};
