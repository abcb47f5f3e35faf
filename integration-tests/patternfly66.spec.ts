/** The plugin brings components of PatternFly 6.4: they must work with the style sheets of a later console. */
import { accessibilityFaults, openPlace, PLACES } from './places';
import { expect, test } from './test';

test.use({ startOptions: ['--patternfly=6.6'] });
// eslint-disable-next-line playwright/no-skipped-test -- skipped for a running console only
test.skip(process.env.CONSOLE_URL !== undefined, 'needs the style sheets of the embedded console');

/** A table with its toolbar, a form in a dialog, and cards with an editor: what the pages are made of. */
const SMOKE_SET = ['virtual machines', 'attach form', 'hook validation'];

for (const place of PLACES.filter(({ name }) => SMOKE_SET.includes(name))) {
  test(`${place.name} opens without accessibility faults under PatternFly 6.6`, async ({ page }) => {
    const sheet = page.waitForResponse(/\/patternfly\.css$/);
    await openPlace(page, place);
    // Design tokens that came with 6.6.
    expect(await (await sheet).text()).toContain('--pf-t--global--background--filter--glass--blur--primary');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}
