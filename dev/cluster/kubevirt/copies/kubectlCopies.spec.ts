import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNoKubectl } from '../../testing/whyNoKubectl';
import { apiCluster, type ApiCluster } from '../testing/apiCluster';
import { cloneOf, restoreTo, snapshotOf } from '../testing/copyObjects';
import { kubectlFor, type Kubectl } from '../testing/kubectl';
import { sidecar, virtualMachine } from '../testing/testCluster';

const HOOK = 'jsonpath={.spec.template.metadata.annotations.hooks\\.kubevirt\\.io/hookSidecars}';

describe.skipIf(whyNoKubectl() !== undefined)('snapshots, restores and clones by the real kubectl', () => {
  let api: ApiCluster;
  let kubectl: Kubectl;

  beforeAll(async () => {
    api = await apiCluster([virtualMachine('vm', sidecar('hook'), { runStrategy: 'Halted' })]);
    kubectl = await kubectlFor(api.cluster);
  });

  afterAll(async () => {
    await api.cluster.close();
    await kubectl.remove();
  });

  const wait = (what: string, path: string): Promise<string> =>
    kubectl.output(['wait', `--for=jsonpath=${path}`, what, '--timeout=20s']);

  it('bring back a hook after it was detached', async () => {
    expect(await kubectl.output(['create', '-f', '-'], JSON.stringify(snapshotOf('vm')))).toBe(
      'virtualmachinesnapshot.snapshot.kubevirt.io/before created\n',
    );
    await wait('vmsnapshot/before', '{.status.readyToUse}=true');
    expect(await kubectl.output(['get', 'vmsnapshot', '--no-headers'])).toMatch(
      /^before +VirtualMachine +vm +Succeeded +true +\d+s *\n$/,
    );
    const detach = '[{"op":"remove","path":"/spec/template/metadata/annotations"}]';
    await kubectl.output(['patch', 'vm', 'vm', '--type=json', '-p', detach]);
    expect(await kubectl.output(['get', 'vm', 'vm', '-o', HOOK])).toBe('');
    await kubectl.output(['create', '-f', '-'], JSON.stringify(restoreTo('vm')));
    await wait('vmrestore/back', '{.status.complete}=true');
    expect(await kubectl.output(['get', 'vmrestore', '--no-headers'])).toMatch(
      /^back +VirtualMachine +vm +true +\d+s\n$/,
    );
    expect(await kubectl.output(['get', 'vm', 'vm', '-o', HOOK])).toBe(sidecar('hook'));
  });

  it('clone a VM with its hook', async () => {
    expect(await kubectl.output(['create', '-f', '-'], JSON.stringify(cloneOf('vm')))).toBe(
      'virtualmachineclone.clone.kubevirt.io/copy created\n',
    );
    await wait('vmclone/copy', '{.status.phase}=Succeeded');
    expect(await kubectl.output(['get', 'vmclone', '--no-headers'])).toMatch(/^copy +Succeeded +vm +twin\n$/);
    expect(await kubectl.output(['get', 'vm', 'twin', '-o', HOOK])).toBe(sidecar('hook'));
  });
});
