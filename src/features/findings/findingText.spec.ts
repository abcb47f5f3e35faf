import { describe, expect, it } from 'vitest';
import { translateEnglish } from '../../testing/translateEnglish';
import { findingText } from './findingText';
import { placeText } from './placeText';

describe('findingText', () => {
  it.each(['keyMissing', 'hookPathUnknown', 'unknownKey', 'badImagePullPolicy'] as const)(
    'suggests what was probably meant for %s',
    (id) => {
      expect(findingText(translateEnglish, { id, params: { nearest: 'Nearest' } }).cure).toBe(
        'Did you mean Nearest?',
      );
    },
  );

  it('names the rule that a ConfigMap name breaks', () => {
    expect(
      findingText(translateEnglish, { id: 'configMapNameNotLabel', params: { name: 'a.b', problem: 'dots' } })
        .why,
    ).toContain('No dots');
  });

  it('points at the wrong value of an annotation', () => {
    const params = { code: 'wrongType', path: '[0].args', expected: 'array', found: 'string' };
    expect(findingText(translateEnglish, { id: 'malformedAnnotation', params }).cure).toBe(
      'At [0].args there must be: array. Now it is: string.',
    );
  });
});

describe('placeText', () => {
  it.each([
    [{ kind: 'annotation' }, 'Annotation'],
    [{ kind: 'annotation', index: 0 }, 'Sidecar 1'],
    [{ kind: 'annotation', index: 1, field: 'args' }, 'Sidecar 2, args'],
    [{ kind: 'script', configMap: 'c', key: 'k', line: 3, column: 1 }, 'c, k, line 3'],
    [{ kind: 'vm', field: 'metadata.annotations' }, 'VM, metadata.annotations'],
  ] as const)('%j is %s', (place, text) => {
    expect(placeText(translateEnglish, place)).toBe(text);
  });
});
