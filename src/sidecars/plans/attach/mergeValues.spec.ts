import { describe, expect, it } from 'vitest';
import { newAttachValues } from './attachValues';
import { mergeValues } from './mergeValues';

const origin = { ...newAttachValues(), configMap: 'a', version: 'v1alpha2', args: ['-v'] };

describe('mergeValues', () => {
  it('takes their changes of fields that the user did not change', () => {
    const mine = { ...origin, configMap: 'mine', args: ['-v', '-x'] };
    const theirs = { ...origin, configMap: 'theirs', version: 'v1alpha3', args: [] };
    expect(mergeValues(origin, mine, theirs)).toEqual({
      ...origin,
      configMap: 'mine',
      version: 'v1alpha3',
      args: ['-v', '-x'],
    });
  });
});
