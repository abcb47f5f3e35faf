import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import {
  bareInstance,
  hookScript,
  namespace,
  onDefineDomain,
  replicaSet,
  virtualMachine,
} from '../../../dev/scenarios/objects';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { VmSidecarsTab } from './VmSidecarsTab';
// Imported here, because compiling it during a test takes long on a busy machine.
import './diagnosis/DiagnosisSection';
import '../../features/detach/DetachSidecarModal';
import '../../sidecars/checks/script/runScriptChecks';

const SETS = 'virtualmachineinstancereplicasets';

const machine = (name: string) => virtualMachine('lab', name, { sidecars: [onDefineDomain('script')] });

describe('the tab of what is not a VM', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startKubeVirtCluster([
      namespace('lab'),
      hookScript('lab', 'script', '#!/bin/sh\nprintf "%s" "$4"\n'),
      bareInstance(machine('alone')),
      replicaSet(machine('set'), 2),
    ]);
    await waitFor(
      () => {
        expect(cluster.host.store.get(SETS, 'lab', 'set')).toHaveProperty('status.readyReplicas', 2);
      },
      { timeout: 10_000 },
    );
  });
  afterAll(async () => cluster.close());

  const object = (plural: string, name: string): KubernetesObject => {
    const found = cluster.host.store.get(plural, 'lab', name);
    if (found === undefined) {
      throw new Error(`${name} is not there`);
    }
    return found;
  };

  it('shows the sidecars and the state of an instance, and why they cannot be changed', async () => {
    await renderInConsole(<VmSidecarsTab obj={object('virtualmachineinstances', 'alone')} />, { cluster });
    expect(await screen.findByRole('heading', { name: 'Attached sidecars' })).toBeVisible();
    await waitFor(() => {
      expect(screen.getAllByText(/^Applied/)).toHaveLength(2);
    });
    expect(screen.getByText(/gets its hook scripts when it is created/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Attach hook script' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect(screen.queryByText(/annotation of the VM itself/)).not.toBeInTheDocument();
  });

  it('leads from an instance of a replica set to the set', async () => {
    const [vmi] = cluster.host.store
      .list('virtualmachineinstances', 'lab')
      .filter(({ metadata }) => metadata.name !== 'alone');
    await renderInConsole(<VmSidecarsTab obj={vmi as unknown as KubernetesObject} />, { cluster });
    expect(await screen.findByRole('link', { name: 'Change its hook scripts' })).toHaveAttribute(
      'href',
      '/k8s/ns/lab/kubevirt.io~v1~VirtualMachineInstanceReplicaSet/set/sidecar-hooks',
    );
  });

  it('shows each instance of a replica set, and writes its template', async () => {
    const { user } = await renderInConsole(<VmSidecarsTab obj={object(SETS, 'set')} />, { cluster });
    const instances = await screen.findByRole('list', { name: 'Instances' });
    await waitFor(() => {
      expect(within(instances).getAllByText(/^Applied/)).toHaveLength(2);
    });
    await user.click(await screen.findByRole('button', { name: /^Actions of / }));
    await user.click(await screen.findByRole('menuitem', { name: 'Detach' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/no longer changes instance replica set set in/)).toBeVisible();
    expect(within(dialog).getByText(/Instances that run keep what the script changed/)).toBeVisible();
    expect(dialog).not.toHaveTextContent('VM');
    await user.click(within(dialog).getByRole('button', { name: 'Detach' }));
    await waitFor(() => {
      expect(object(SETS, 'set')).not.toHaveProperty(
        'spec.template.metadata.annotations.["hooks.kubevirt.io/hookSidecars"]',
      );
    });
  });

  it('says that running instances keep what they were started with', async () => {
    await renderInConsole(<VmSidecarsTab obj={object(SETS, 'set')} />, { cluster });
    expect(await screen.findByText('KubeVirt does not replace the instances that run')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Restart VM' })).not.toBeInTheDocument();
  });
});
