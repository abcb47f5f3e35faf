import { expect, it } from 'vitest';
import { startCluster } from '../cluster';
import { applyManifests } from './applyManifests';

it('stores a template, of whose kind there are two resources', async () => {
  const cluster = await startCluster({ port: 0 });
  const object = {
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    metadata: { name: 'web', namespace: 'shop' },
    objects: [],
  };
  expect(await applyManifests(cluster, [{ place: 'web.yaml', object }])).toEqual([]);
  expect(cluster.host.store.get('templates', 'shop', 'web')).toMatchObject({ objects: [] });
  await cluster.close();
});
