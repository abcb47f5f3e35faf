import { expect, it } from 'vitest';
import { findRecipes } from './findRecipes';
import { RECIPES } from './recipes';

const same = (sentence: string): string => sentence;

it.each([
  ['', '', RECIPES.map(({ id }) => id)],
  ['SSD  wwn', '', ['diskIdentity']],
  ['', 'display', ['display', 'vncClipboard']],
  ['clipboard', 'disk', []],
] as const)('finds by %j in category %j', (search, category, ids) => {
  expect(findRecipes(RECIPES, { search, category }, same).map(({ id }) => id)).toEqual(ids);
});

it('searches what the user reads', () => {
  const french = (sentence: string): string => (sentence === 'SMBIOS strings' ? 'Chaînes SMBIOS' : '');
  expect(findRecipes(RECIPES, { search: 'CHAÎNES', category: '' }, french).map(({ id }) => id)).toEqual([
    'smbios',
  ]);
});
