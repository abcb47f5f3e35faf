import { screen } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { namespace, onDefineDomain, replicaSet, virtualMachine } from '../../../dev/scenarios/objects';
import { asVm } from '../../sidecars/objects/holder';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { AttachError } from '../attach/AttachError';
import { AttachForm } from '../attach/AttachForm';
import { VmEditModal } from '../vmEdit/VmEditModal';

const machine = virtualMachine('lab', 'web', { sidecars: [onDefineDomain('script')] });
const vm = asVm(machine);
const set = asVm(replicaSet(machine, 2));
const notFound = { code: 404, json: { message: 'not found' } };

describe('the dialogs', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startKubeVirtCluster([namespace('lab')]);
  });
  afterAll(async () => cluster.close());

  it.each([
    ['a VM', vm, 'It takes effect when the VM starts. A running VM must be restarted.'],
    ['a replica set', set, 'It takes effect in new instances. Those that run stay as they are.'],
  ])('say when a change of %s takes effect', async (_what, object, effect) => {
    await renderInConsole(<AttachForm vm={object} index={undefined} closeOverlay={vi.fn()} />, { cluster });
    expect(await screen.findByText(effect)).toBeVisible();
  });

  it.each([
    ['a VM', vm, 'VM'],
    ['a replica set', set, 'instance replica set'],
  ])('name the kind of %s', async (_what, object, kind) => {
    await renderInConsole(<AttachError error={notFound} object={object} />, { cluster });
    expect(await screen.findByText(`The ${kind} no longer exists`, { exact: false })).toBeVisible();
    await renderInConsole(
      <VmEditModal
        vm={object}
        edit={() => undefined}
        title="Change"
        submitLabel="Save"
        explanation={[]}
        closeOverlay={vi.fn()}
      />,
      { cluster },
    );
    expect(
      await screen.findByText(`There is nothing left to do: the ${kind} already has this change.`),
    ).toBeVisible();
  });
});
