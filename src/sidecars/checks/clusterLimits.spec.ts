import { describe, expect, it } from 'vitest';
import { findings, script, vm } from './checkFixtures';

/** A VM whose template takes about `bytes` in JSON; each of the letters takes two. */
const vmOf = (bytes: number): ReturnType<typeof vm> =>
  vm([{ name: 'c', cloudInitNoCloud: { userData: 'ä'.repeat(bytes / 2) } }]);

describe('argumentTooLong', () => {
  it.each([
    [100_000, []],
    [125_000, ['warning']],
    [131_072, ['error']],
  ])('of %i bytes is %j', (bytes, severities) => {
    expect(findings([script()], { vm: vmOf(bytes) }).map(({ severity }) => severity)).toEqual(severities);
  });

  it('tells how long it is, and is nothing without sidecars', () => {
    expect(findings([script()], { vm: vmOf(140_000) })).toMatchObject([
      {
        id: 'argumentTooLong',
        params: { limit: 131_072 },
        place: { kind: 'vm', field: 'spec.template.spec' },
      },
    ]);
    expect(findings('[]', { vm: vmOf(140_000) })).toEqual([]);
    const untemplated = { ...vm(), spec: {} };
    expect(findings([script()], { vm: untemplated })).toEqual([]);
  });
});

describe('versionUnsupported', () => {
  const inImage = { args: ['--version', 'v1alpha3'], image: 'quay.io/kubevirt/sidecar-shim:v1.1.0' };
  it.each([
    [inImage, 'v1.1.0', ['versionUnsupported']],
    [inImage, 'v1.2.0', []],
    [{ ...inImage, args: ['--version', 'v1alpha2'] }, 'v1.1.0', []],
    [{ ...inImage, args: ['--version', 'v1alpha1'] }, 'v1.1.0', ['versionOld']],
    [{ ...inImage, args: ['--version', 'v1alpha2'] }, 'v1.2.0', ['versionOld']],
    [{ ...inImage, image: 'mine' }, 'v1.1.0', []],
  ])('%j on %s is %j', (sidecar, kubevirtVersion, expected) => {
    expect(findings([sidecar], { kubevirtVersion }).map(({ id }) => id)).toEqual(expected);
  });
});
