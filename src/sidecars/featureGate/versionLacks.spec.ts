import { describe, expect, it } from 'vitest';
import { neededImage, newestShimVersion, versionLacks } from './versionLacks';

const before18 = ['disabledGates'];
const before16 = ['fixedOrder', 'givesUp', ...before18];
const before13 = ['ownImage', 'stderrInLog', ...before16];

describe('what a KubeVirt lacks', () => {
  it.each([
    ['v1.1.0', ['scriptsFromConfigMaps', 'endWithPod', ...before13]],
    ['v1.2.4', before13],
    ['v1.3.0', before16],
    ['v1.4.0', before16],
    ['v1.5.2', before16],
    ['v1.6.0', before18],
    ['v1.7.0', before18],
    ['v1.8.0', []],
    ['v1.9.0', []],
    ['v1.10.0', []],
    ['devel', []],
    [undefined, []],
  ])('%s', (version, lacks) => {
    expect(versionLacks(version)).toEqual(lacks);
  });

  it.each([
    ['v1.1.1', 'v1alpha2', 'quay.io/kubevirt/sidecar-shim:v1.1.1'],
    ['v1.2.0-rc.1', 'v1alpha3', 'quay.io/kubevirt/sidecar-shim:v1.2.0'],
    ['v1.3.0', 'v1alpha3', undefined],
    [undefined, 'v1alpha3', undefined],
  ])('%s takes %s and the image %s', (version, protocol, image) => {
    expect(newestShimVersion(version)).toBe(protocol);
    expect(neededImage(version)).toBe(image);
  });
});
