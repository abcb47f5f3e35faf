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
      // "All: 3", "3 more", "3 selected" and "(3)" are the same in both.
      key.endsWith('_one') &&
      !/^All: | more$| selected$|\(\{\{count\}\}\)$/.test(sentence) &&
      sentence === sentences.get(key.replace(/_one$/, '_other')),
  );
  expect(same).toEqual([]);
});
