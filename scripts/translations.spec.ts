import { expect, it } from 'vitest';
import catalogue from '../locales/en/plugin__kubevirt-sidecar-plugin.json';

const sentences = new Map<string, string>(Object.entries(catalogue));

it('has no empty text', () => {
  expect([...sentences].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});

// The extraction writes the plural into both keys; the singular is written by hand.
it('has singular texts for one', () => {
  const same = [...sentences].filter(
    ([key, sentence]) =>
      // "3 more" is the same in both.
      key.endsWith('_one') &&
      !sentence.endsWith(' more') &&
      sentence === sentences.get(key.replace(/_one$/, '_other')),
  );
  expect(same).toEqual([]);
});
