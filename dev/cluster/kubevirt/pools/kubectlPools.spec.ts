import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNoKubectl } from '../../testing/whyNoKubectl';
import { apiCluster, type ApiCluster } from '../testing/apiCluster';
import { kubectlFor, type Kubectl } from '../testing/kubectl';
import { virtualMachinePool } from '../testing/poolObjects';
import { configMap, sidecar } from '../testing/testCluster';

describe.skipIf(whyNoKubectl() !== undefined)('pools by the real kubectl', () => {
  let api: ApiCluster;
  let kubectl: Kubectl;

  beforeAll(async () => {
    api = await apiCluster([configMap('hook', { 'script.sh': '#!/bin/sh\nprintf %s "$4"\n' })]);
    kubectl = await kubectlFor(api.cluster);
  });

  afterAll(async () => {
    await api.cluster.close();
    await kubectl.remove();
  });

  const ready = (count: number): Promise<string> =>
    kubectl.output([
      'wait',
      `--for=jsonpath={.status.readyReplicas}=${count}`,
      'vmpool/farm',
      '--timeout=20s',
    ]);

  it('are created, listed in both versions, scaled, changed and deleted', async () => {
    expect(await kubectl.output(['apply', '-f', '-'], JSON.stringify(virtualMachinePool(undefined)))).toBe(
      'virtualmachinepool.pool.kubevirt.io/farm created\n',
    );
    await ready(2);
    expect(await kubectl.output(['get', 'vmpool'])).toMatch(
      /^NAME +DESIRED +CURRENT +READY +AGE\nfarm +2 +2 +2 +\d+s\n$/,
    );
    for (const version of ['v1beta1', 'v1alpha1']) {
      const resource = `virtualmachinepools.${version}.pool.kubevirt.io`;
      expect(await kubectl.output(['get', resource, 'farm', '-o', 'jsonpath={.apiVersion}'])).toBe(
        `pool.kubevirt.io/${version}`,
      );
    }

    expect(await kubectl.output(['scale', 'vmpool/farm', '--replicas=3'], '', 'admin')).toBe(
      'virtualmachinepool.pool.kubevirt.io/farm scaled\n',
    );
    await ready(3);
    // KubeVirt's roles do not give editors the scale of pools.
    expect((await kubectl.run(['scale', 'vmpool/farm', '--replicas=2'])).stderr).toContain(
      'cannot patch resource "virtualmachinepools/scale"',
    );

    const annotation = '/spec/virtualMachineTemplate/spec/template/metadata/annotations';
    const patch = [
      { op: 'add', path: annotation, value: { 'hooks.kubevirt.io/hookSidecars': sidecar('hook') } },
    ];
    await kubectl.output(['patch', 'vmpool', 'farm', '--type=json', '-p', JSON.stringify(patch)]);
    await expect
      .poll(
        async () =>
          await kubectl.output([
            'get',
            'vmi',
            '-o',
            'jsonpath={range .items[*]}{.metadata.annotations.hooks\\.kubevirt\\.io/hookSidecars}{"\\n"}{end}',
          ]),
        { timeout: 20_000 },
      )
      .toBe(`${sidecar('hook')}\n`.repeat(3));
    await ready(3);

    await kubectl.output(['delete', 'vmpool', 'farm']);
    await kubectl.output(['wait', '--for=delete', 'vm', '--all', '--timeout=20s']);
  });
});
