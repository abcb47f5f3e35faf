import { waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import type { FaultClient } from '../../dev/cluster/faults/faultClient';
import { serveTemplates } from '../../dev/cluster/openshift/serveTemplates';
import { customType } from '../testing/customType';
import { faultsOf } from '../testing/faultsOf';
import { renderInConsole, startTestCluster } from '../testing/renderInConsole';
import { vmsOfHolder } from '../sidecars/objects/templateVm';
import { useTemplates, type Templates } from './useTemplates';

const POOLS = 'pool.kubevirt.io';
const ANNOTATIONS = { 'hooks.kubevirt.io/hookSidecars': '[]' };
const vm = {
  spec: { template: { metadata: { annotations: ANNOTATIONS }, spec: { domain: { devices: {} } } } },
};
const large = { description: 'x'.repeat(1000) };

let cluster: RunningCluster;
let faults: FaultClient;
/** A cluster with OpenShift's templates and old pools, but without VM templates. */
beforeAll(async () => {
  cluster = await startTestCluster(
    [],
    [
      serveTemplates,
      (host) => {
        host.registerTypes([customType(POOLS, 'v1alpha1', 'VirtualMachinePool')]);
      },
    ],
  );
  const create = (plural: string, object: Record<string, unknown>, name: string, labels = {}): void => {
    cluster.host.store.create(plural, {
      apiVersion: '',
      kind: '',
      ...object,
      metadata: { name, namespace: 'default', labels, annotations: large },
    });
  };
  const template = {
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    objects: [
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { password: 'secret' } },
      { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: '${NAME}' }, ...vm },
    ],
    parameters: [{ name: 'NAME', ...large }],
  };
  create('templates', template, 'own');
  create('templates', template, 'base', { 'template.kubevirt.io/type': 'base' });
  const pool = { apiVersion: `${POOLS}/v1alpha1`, kind: 'VirtualMachinePool' };
  create('virtualmachinepools', { ...pool, spec: { virtualMachineTemplate: vm } }, 'pool');
  faults = faultsOf(cluster);
});
afterEach(async () => faults.clear());
afterAll(async () => cluster.close());

/** Uses the hook in a component. */
const start = async (...[namespace, withBase]: Parameters<typeof useTemplates>) => {
  const seen: Templates[] = [];
  const Probe = (): null => {
    seen.push(useTemplates(namespace, withBase));
    return null;
  };
  await renderInConsole(<Probe />, { cluster });
  return seen;
};

const last = (seen: readonly Templates[]): Templates | undefined => seen.at(-1);

const names = (seen: readonly Templates[]): unknown => {
  const objects = last(seen)?.objects;
  return objects?.status === 'loaded' && objects.remaining === undefined
    ? objects.data.map(({ apiVersion, metadata: { name } }) => `${apiVersion} ${name}`)
    : objects;
};

const TEMPLATE = 'template.openshift.io/v1';
const POOL = 'pool.kubevirt.io/v1alpha1 pool';

it.each([
  ['the kinds that the cluster has', false, [`${TEMPLATE} own`, POOL]],
  ['base templates when asked', true, [`${TEMPLATE} base`, `${TEMPLATE} own`, POOL]],
])('lists %s', async (_what, withBase, expected) => {
  const result = await start(undefined, withBase);
  await waitFor(() => {
    expect(names(result)).toEqual(expected);
  });
  expect(last(result)).toMatchObject({ missing: [], absent: ['VirtualMachineTemplate'] });
});

it('reads only what rows need', async () => {
  const result = await start('default');
  await waitFor(() => {
    expect(names(result)).toHaveLength(2);
  });
  const objects = last(result)?.objects;
  const all = objects?.status === 'loaded' ? objects.data : [];
  expect(JSON.stringify(all)).not.toMatch(/xxx|secret/);
  expect(all.flatMap(vmsOfHolder).map(({ spec }) => spec.template?.metadata?.annotations)).toEqual([
    ANNOTATIONS,
    ANNOTATIONS,
  ]);
});

it('names a kind that may not be read, and lists the others', async () => {
  await faults.add({ path: '/templates', fault: { kind: 'answer', code: 403 } });
  const result = await start('kube-public');
  await waitFor(() => {
    expect(last(result)).toMatchObject({
      objects: { status: 'loaded', data: [] },
      missing: [{ kind: 'Template', error: { code: 403 } }],
    });
  });
});

it('fails if no kind can be read', async () => {
  await faults.add({ path: '/namespaces/kube-system/', fault: { kind: 'answer', code: 403 } });
  const result = await start('kube-system');
  await waitFor(() => {
    expect(last(result)?.objects).toMatchObject({ status: 'failed', error: { code: 403 } });
  });
});
