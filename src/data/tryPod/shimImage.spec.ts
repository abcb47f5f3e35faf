import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Container, KubeVirt, Pod } from '../../sidecars/objects/resources';
import { findShimImage } from './shimImage';

const kubevirt = (config: unknown): KubeVirt => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'KubeVirt',
  metadata: { name: 'kubevirt' },
  status: { observedDeploymentConfig: typeof config === 'string' ? config : JSON.stringify(config) },
});

const pod = (...containers: Container[]): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'virt-launcher-a-x' },
  spec: { containers },
});

const shim = { name: 'hook-sidecar-0', image: 'mirror/sidecar-shim-rhel9@sha256:1' };
const plain = { registry: 'quay.io/kubevirt', kubeVirtVersion: 'v1.8.4' };
const recording = resolve(import.meta.dirname, '../../../../shared/data/kubevirt-1.8.4/kubevirt.yaml');

describe('findShimImage', () => {
  it.runIf(existsSync(recording))('finds it in the KubeVirt object of a real cluster', () => {
    const list = parse(readFileSync(recording, 'utf8')) as { items: KubeVirt[] };
    expect(findShimImage(list.items[0], [])).toEqual({
      image: 'quay.io/kubevirt/sidecar-shim:v1.8.4',
      source: { kind: 'configured' },
    });
  });

  it('prefers the configured one, which the next start uses, over that of a pod', () => {
    const found = findShimImage(kubevirt({ ...plain, SidecarShimImage: 'registry/shim@sha256:2' }), [
      pod(shim),
    ]);
    expect(found).toEqual({ image: 'registry/shim@sha256:2', source: { kind: 'configured' } });
  });

  it("takes KubeVirt's image from a hook container, but not an image of the user's", () => {
    const own = { name: 'hook-sidecar-0', image: 'registry/my-hook:1' };
    const pods = [
      pod({ name: 'compute', image: 'x/sidecar-shim' }, own, { ...shim, name: 'hook-sidecar-1' }),
    ];
    expect(findShimImage(kubevirt(plain), pods)).toEqual({
      image: shim.image,
      source: { kind: 'pod', pod: 'virt-launcher-a-x' },
    });
  });

  it.each([
    [plain, 'quay.io/kubevirt/sidecar-shim:v1.8.4'],
    [{ ...plain, imagePrefix: 'dev-' }, 'quay.io/kubevirt/dev-sidecar-shim:v1.8.4'],
  ])('follows from registry and version of %j', (config, image) => {
    expect(findShimImage(kubevirt(config), [])).toEqual({ image, source: { kind: 'default' } });
  });

  it.each([[{ registry: 'r' }], ['no JSON'], ['null']])('is unknown from %j', (config) => {
    expect(findShimImage(kubevirt(config), [])).toBeUndefined();
    expect(findShimImage(undefined, [])).toBeUndefined();
  });
});
