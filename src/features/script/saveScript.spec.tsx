import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace } from '../../../dev/scenarios/objects';
import { ConfigMapModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { connectToCluster } from '../../testing/clusterTransport';
import { startTestCluster } from '../../testing/renderInConsole';
import { saveScript, ScriptConflict } from './saveScript';
import { newScriptValues } from '../../sidecars/plans/script/scriptValues';

/** Contains all characters that Go encodes differently from browsers. */
const TEXT = '#!/bin/sh\nsed "s|<a>|<b>|" >&2 && echo "\u2028\u2029é\t\b\\/"\n';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster([namespace('lab'), hookScript('lab', 'hook', TEXT)]);
});
afterEach(() => {
  vi.unstubAllGlobals();
});
afterAll(async () => cluster.close());

it('saves over a script with characters that the API server encodes differently', async () => {
  connectToCluster(cluster, 'admin');
  const seen = await getObject<ConfigMap>(ConfigMapModel, 'lab', 'hook');
  const [key = ''] = Object.keys(seen.data ?? {});
  const text = `${TEXT}exit 0\n`;
  const values = { ...newScriptValues({ name: 'hook', key }), text };
  const saved = await saveScript({ values, namespace: 'lab', seen, hookPoint: undefined });
  expect(saved.data).toEqual({ [key]: text });
});

it('does not write into another ConfigMap that was created with the same name and text', async () => {
  connectToCluster(cluster, 'admin');
  const again = hookScript('lab', 'again', TEXT);
  const { store } = cluster.host;
  const seen = store.create('configmaps', again) as unknown as ConfigMap;
  const [key = ''] = Object.keys(seen.data ?? {});
  store.delete('configmaps', 'lab', 'again');
  store.create('configmaps', again);
  const values = { ...newScriptValues({ name: 'again', key }), text: 'mine' };
  const saved = saveScript({ values, namespace: 'lab', seen, hookPoint: undefined });
  await expect(saved).rejects.toBeInstanceOf(ScriptConflict);
  await expect(saved).rejects.toMatchObject({ isAnother: true });
  expect(store.get('configmaps', 'lab', 'again')?.data).toEqual({ [key]: TEXT });
});
