import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi } from './api/testing/testApi';
import type { TestApi } from './api/testing/testApi';
import { KUBERNETES_VERSION } from './kubernetesVersion';
import { platformObjects } from './kubevirt/platform';

const recording = resolve(import.meta.dirname, '../../../shared/data/api/version.http');
const isRecorded = existsSync(recording);
if (!isRecorded) {
  console.warn(`skipped: there is no ${recording}`);
}

const OWN_FIELDS = ['gitVersion', 'gitCommit', 'goVersion', 'compiler', 'platform'];
const common = (version: Record<string, unknown>): [string, unknown][] =>
  Object.entries(version).filter(([field]) => !OWN_FIELDS.includes(field));

describe('the version of Kubernetes', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi([]);
  });
  afterAll(async () => api.cluster.close());

  it('is the same in /version, OpenAPI, kubelets and the documents', async () => {
    const { body: version } = await api.request('GET', '/version');
    expect(version.gitVersion).toBe(`v${KUBERNETES_VERSION}+embedded`);
    const { body: openApi } = await api.request('GET', '/openapi/v2');
    expect(openApi).toMatchObject({ info: { version: `v${KUBERNETES_VERSION}` } });
    const nodes = platformObjects({ kubeVirtVersion: 'v1.9.0', hco: false, sidecarGate: false }).filter(
      ({ kind }) => kind === 'Node',
    );
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) {
      expect(node).toMatchObject({ status: { nodeInfo: { kubeletVersion: `v${KUBERNETES_VERSION}` } } });
    }
    const guide = await readFile(resolve(import.meta.dirname, '../../docs/embedded.md'), 'utf8');
    expect(guide).toContain(`Kubernetes ${KUBERNETES_VERSION}`);
  });

  it.skipIf(!isRecorded)('has the fields that were recorded', async () => {
    const text = await readFile(recording, 'utf8');
    const recorded = JSON.parse(text.slice(text.indexOf('{'))) as Record<string, unknown>;
    const { body } = await api.request('GET', '/version');
    expect(common(body)).toEqual(common(recorded));
    expect(Object.keys(body)).toEqual(Object.keys(recorded));
    expect(recorded.gitVersion).toBe(`v${KUBERNETES_VERSION}`);
  });
});
