import { expect, it } from 'vitest';
import catalogue from '../locales/en/plugin__kubevirt-sidecar-plugin.json';

const sentences = new Map<string, string>(Object.entries(catalogue));

it('has no empty sentence', () => {
  expect([...sentences].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});

// The extraction writes the plural into both: the singular is to be written by hand.
it('says singulars in the singular', () => {
  const same = [...sentences].filter(
    ([key, sentence]) =>
      // "3 more" is both.
      key.endsWith('_one') &&
      !sentence.endsWith(' more') &&
      sentence === sentences.get(key.replace(/_one$/, '_other')),
  );
  expect(same).toEqual([]);
});
