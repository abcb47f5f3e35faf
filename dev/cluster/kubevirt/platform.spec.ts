import { expect, it } from 'vitest';
import { deployed } from './platform';

it.each([
  ['v1.9.0', 'quay.io/kubevirt/sidecar-shim:v1.9.0'],
  ['v1.2.0', undefined],
])('the KubeVirt resource of %s names the image of sidecars: %s', (version, image) => {
  const { observedDeploymentConfig } = deployed(version) as { observedDeploymentConfig: string };
  const config = JSON.parse(observedDeploymentConfig) as Record<string, unknown>;
  expect(config).toMatchObject({ registry: 'quay.io/kubevirt', kubeVirtVersion: version });
  expect(config.SidecarShimImage).toBe(image);
});
