import { describe, expect, it } from 'vitest';
import type { Finding } from '../../sidecars/checks/check';
import { CHECKS } from '../../sidecars/checks/runChecks';
import { SCRIPT_CHECKS } from '../../sidecars/checks/script/runScriptChecks';
import { translateEnglish } from '../../testing/translateEnglish';
import { findingText } from './findingText';
import { placeText } from './placeText';

const PARAMS: Finding['params'] = {
  name: 'my.script',
  first: 0,
  other: 1,
  problem: 'dots',
  key: 'script.sh',
  hookPath: '/bin/x',
  version: 'v1alpha2',
  image: 'quay.io/x',
  policy: 'always',
  count: 2,
  code: 'syntax',
  message: 'invalid character',
  line: 3,
  column: 7,
  kubevirt: 'v1.1.0',
  bytes: 140000,
  limit: 131072,
  interpreter: 'perl',
  command: 'jq',
  module: 'lxml',
  argument: '$4',
  duration: '5',
  what: '</devices>',
  device: 'disk',
  text: '<a/>',
  element: 'name',
  flag: '--domain',
  hookPoint: 'onDefineDomain',
  since: '1.6',
  newest: 'v1alpha3',
};

describe('findingText', () => {
  it.each([...CHECKS, ...SCRIPT_CHECKS].map(({ id }) => id))(
    'says what, why and what to do for %s, with all its parameters',
    (id) => {
      const { what, why, cure } = findingText(translateEnglish, { id, params: PARAMS });
      for (const sentence of [what, why, cure]) {
        expect(sentence).toMatch(/^\S.+\S$/);
        expect(sentence).not.toMatch(/\{\{|undefined|NaN/);
      }
    },
  );

  it.each(['keyMissing', 'hookPathUnknown', 'unknownKey', 'badImagePullPolicy'] as const)(
    'suggests what was probably meant for %s',
    (id) => {
      expect(findingText(translateEnglish, { id, params: { ...PARAMS, nearest: 'Nearest' } }).cure).toBe(
        'Did you mean Nearest?',
      );
    },
  );

  it('counts sidecars from 1', () => {
    expect(findingText(translateEnglish, { id: 'duplicateConfigMap', params: PARAMS }).what).toBe(
      'ConfigMap my.script is already used by sidecar 1 of this VM',
    );
  });

  it('names the rule that a ConfigMap name breaks', () => {
    expect(
      findingText(translateEnglish, { id: 'configMapNameNotLabel', params: { name: 'a.b' } }).why,
    ).toContain('No dots');
  });

  it.each([
    [{}, 'start: EOF.'],
    [{ hookPoint: 'onDefineDomain' }, 'start: EOF.'],
    [{ hookPoint: 'preCloudInitIso' }, 'start: unexpected end of JSON input.'],
  ] as const)('quotes what KubeVirt says of an empty result: %j', (params, end) => {
    const { why } = findingText(translateEnglish, { id: 'nothingPrinted', params });
    expect(why.endsWith(end)).toBe(true);
  });

  it('points at the wrong value of an annotation', () => {
    const params = { ...PARAMS, code: 'wrongType', path: '[0].args', expected: 'array', found: 'string' };
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
