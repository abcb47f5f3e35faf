import { describe, expect, it } from 'vitest';
import { findings, script, vm } from './checkFixtures';
import { consequenceOf, worstConsequence } from './consequence';

type Told = Parameters<typeof consequenceOf>[0];

describe('consequenceOf', () => {
  it.each<[Told, string | undefined]>([
    [{ id: 'configMapMissing', severity: 'error' }, 'doesNotStart'],
    [{ id: 'argumentTooLong', severity: 'error' }, 'doesNotStart'],
    [{ id: 'argumentTooLong', severity: 'warning' }, undefined],
    [{ id: 'keyMissing', severity: 'error' }, 'startsUnchanged'],
    [{ id: 'hookPathUnknown', severity: 'error' }, 'startsUnchanged'],
    // A custom image may look elsewhere.
    [{ id: 'hookPathUnknown', severity: 'warning' }, undefined],
    [{ id: 'annotationOnVmMetadata', severity: 'warning' }, 'startsUnchanged'],
    [{ id: 'versionOld', severity: 'warning' }, undefined],
    // v1alpha1 has no preCloudInitIso.
    [{ id: 'versionOld', severity: 'error' }, 'startsUnchanged'],
    [{ id: 'imageSet', severity: 'advice' }, undefined],
  ])('of %j is %s', (finding, expected) => {
    expect(consequenceOf(finding)).toBe(expected);
  });
});

describe('worstConsequence', () => {
  it.each<[Told[], string | undefined]>([
    [[], undefined],
    [[{ id: 'imageSet', severity: 'advice' }], undefined],
    [
      [
        { id: 'keyMissing', severity: 'error' },
        { id: 'versionMissing', severity: 'error' },
      ],
      'doesNotStart',
    ],
    [
      [
        { id: 'hookOrder', severity: 'warning' },
        { id: 'noScript', severity: 'warning' },
      ],
      'startsUnchanged',
    ],
  ])('of %j is %s', (list, expected) => {
    expect(worstConsequence(list)).toBe(expected);
  });

  it('is none for a VM that is as it should be', () => {
    expect(worstConsequence(findings([script()], { vm: vm([]) }))).toBeUndefined();
  });
});
