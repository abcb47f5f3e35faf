import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestName } from './nearestName';

const FIELDS = ['image', 'imagePullPolicy', 'args', 'configMap'];

describe('nearestName', () => {
  it.each<[string, string | undefined]>([
    ['configMaps', 'configMap'],
    ['CONFIGMAP', 'configMap'],
    ['confgiMap', 'configMap'],
    ['imagePolicy', 'imagePullPolicy'],
    ['arg', 'args'],
    ['rags', 'args'],
    ['annotation', undefined],
    ['', undefined],
  ])('%j is probably meant to be %s', (name, expected) => {
    expect(nearestName(name, FIELDS)).toBe(expected);
  });

  it('takes the nearer of two', () => {
    expect(nearestName('imag', ['images', 'image'])).toBe('image');
  });

  it('finds every name itself, whatever else there is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (name, others) => {
        expect(nearestName(name, [...others, name])?.toLowerCase()).toBe(name.toLowerCase());
      }),
    );
  });
});
