import type { Locator, Page } from '@playwright/test';

/** A link of the navigation, visible: the real console collapses its sections. */
export const navigationLink = async (page: Page, section: string, name: string): Promise<Locator> => {
  const navigation = page.getByRole('navigation');
  const button = navigation.getByRole('button', { name: section, exact: true });
  if ((await button.getAttribute('aria-expanded')) === 'false') {
    await button.click();
  }
  return navigation.getByRole('link', { name });
};
