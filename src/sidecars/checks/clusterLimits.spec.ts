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
    [inImage, 'v1.9.0', ['versionUnsupported']],
    [
      { ...inImage, image: 'mirror.local:5000/sidecar-shim:v1.1.1@sha256:0a' },
      'v1.9.0',
      ['versionUnsupported'],
    ],
    [{ ...inImage, image: 'quay.io/kubevirt/sidecar-shim:v1.2.0' }, 'v1.1.0', []],
    [{ ...inImage, image: 'quay.io/kubevirt/sidecar-shim@sha256:0a' }, 'v1.1.0', []],
    [{ ...inImage, image: 'quay.io/kubevirt/sidecar-shim:latest' }, 'v1.1.0', []],
    [{ ...inImage, args: ['--version', 'v1alpha2'] }, 'v1.1.0', []],
    [{ ...inImage, args: ['--version', 'v1alpha2'] }, 'v1.9.0', []],
    [{ ...inImage, args: ['--version', 'v1alpha1'] }, 'v1.1.0', ['versionOld']],
    [{ ...inImage, args: ['--version', 'v1alpha2'], image: 'sidecar-shim:v1.2.0' }, 'v1.1.0', ['versionOld']],
    [{ ...inImage, image: 'mine' }, 'v1.1.0', []],
    [{ ...inImage, image: 'mine:v1.1.0' }, 'v1.1.0', []],
  ])('%j on %s is %j', (sidecar, kubevirtVersion, expected) => {
    expect(findings([sidecar], { kubevirtVersion }).map(({ id }) => id)).toEqual(expected);
  });
});

describe('a fix of --version', () => {
  const shim = (tag: string): string => `quay.io/kubevirt/sidecar-shim${tag}`;
  it.each<[string, string[], string, string[] | undefined]>([
    // KubeVirt picks the image that fits it.
    ['', [], 'v1.9.0', ['--version', 'v1alpha3']],
    ['', ['--version', 'v9'], 'v1.9.0', ['--version', 'v1alpha3']],
    // The tag says what the image knows, whatever the cluster runs.
    [shim(':v1.1.1'), [], 'v1.9.0', ['--version', 'v1alpha2']],
    [shim(':v1.1.1'), ['--version', 'v9'], 'v1.9.0', ['--version', 'v1alpha2']],
    [shim(':v1.1.1'), ['--version', 'v1alpha1'], 'v1.9.0', ['--version', 'v1alpha2']],
    [shim(':v1.1.1'), ['--version', 'v1alpha3'], 'v1.9.0', ['--version', 'v1alpha2']],
    [shim(':v1.9.0'), ['--version', 'v1alpha2'], 'v1.1.0', ['--version', 'v1alpha3']],
    // Nobody knows what these know.
    [shim(''), [], 'v1.9.0', undefined],
    [shim(':latest'), ['--version', 'v1alpha2'], 'v1.9.0', undefined],
    [shim('@sha256:0a'), ['--version', 'v9'], 'v1.9.0', undefined],
    ['registry.local/hooks:v1.1.0', ['--version', 'v1alpha1'], 'v1.9.0', undefined],
  ])('of image "%s" with %j on %s asks for %j', (image, args, kubevirtVersion, expected) => {
    const [found] = findings([{ image, args }], { kubevirtVersion }).filter(({ id }) =>
      id.startsWith('version'),
    );
    expect(found).toBeDefined();
    expect(found?.fix?.kind === 'sidecars' ? found.fix.next()[0]?.args : undefined).toEqual(expected);
  });

  it('is only advice for an image of one’s own, and so is to leave it out', () => {
    const image = 'registry.local/hooks:v2';
    const found = findings([script({ image, args: ['--version', 'v1alpha2'] })], {
      kubevirtVersion: 'v1.9.0',
    });
    expect(found.map(({ id, severity, fix }) => [id, severity, fix])).toEqual([
      ['versionOld', 'advice', undefined],
      ['imageSet', 'advice', undefined],
    ]);
  });
});
