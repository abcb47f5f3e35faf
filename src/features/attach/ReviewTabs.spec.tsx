import { screen } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../dev/cluster/contract';
import { virtualMachine } from '../../../dev/scenarios/objects';
import { vmsOfHolder } from '../../sidecars/objects/templateVm';
import { newAttachValues } from '../../sidecars/plans/attach/attachValues';
import { planAttach } from '../../sidecars/plans/attach/attachPlan';
import { poolOf } from '../../testing/poolOf';
import { renderInConsole, startTestCluster } from '../../testing/renderInConsole';
import { ReviewTabs } from './ReviewTabs';

const machine = virtualMachine('team', 'desks');
const template: StoredObject = {
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name: 'desks', namespace: 'team' },
  objects: [machine],
};

describe('the review of an attachment', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(async () => cluster.close());

  it.each<[string, StoredObject, string[] | undefined]>([
    ['a VM', machine, ['spec:', '  template:']],
    ['a pool', poolOf(machine, 1), ['kind: VirtualMachinePool', '  virtualMachineTemplate:']],
    ['an OpenShift template, of which there is no part', template, undefined],
  ])('shows the YAML of %s as it is in the object', async (_what, object, lines) => {
    const [vm] = vmsOfHolder(object);
    if (vm === undefined) {
      throw new Error('There is no VM.');
    }
    const values = {
      ...newAttachValues(),
      configMap: 'script',
      key: 'script.sh',
      hookPoint: 'onDefineDomain' as const,
    };
    const plan = planAttach({
      vm,
      index: undefined,
      values,
      configMaps: undefined,
      pvcs: undefined,
      kubevirtVersion: undefined,
      gate: undefined,
    });
    const { user } = await renderInConsole(<ReviewTabs plan={plan} operations={plan.operations} vm={vm} />, {
      cluster,
    });
    if (lines === undefined) {
      expect(screen.getByRole('tab', { name: 'Kustomize patch' })).toBeVisible();
      expect(screen.queryByRole('tab', { name: 'YAML' })).toBeNull();
      return;
    }
    await user.click(screen.getByRole('tab', { name: 'YAML' }));
    for (const line of lines) {
      expect(screen.getByRole('group', { name: /^YAML of the/ })).toHaveTextContent(line.trim());
    }
  });
});
