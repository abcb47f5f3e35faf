import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { useVmActionList } from '../../features/vmActions/useVmActionList';
import { useVmDialogs } from '../../features/vmActions/useVmDialogs';
import { parseSidecars } from '../../sidecars/annotation/annotation';
import { SIDECARS_ANNOTATION } from '../../sidecars/annotation/constants';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import type { SidecarState } from '../../sidecars/state/state';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import useVmSidecarActions from './useVmSidecarActions';

let cluster: RunningCluster;
let running: VirtualMachine;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('lab'),
    hookScript('lab', 'edit', '#!/bin/sh\nprintf %s "$4"\n'),
    virtualMachine('lab', 'web'),
  ]);
  running = await waitFor(() => {
    const vm = cluster.host.store.get('virtualmachines', 'lab', 'web');
    expect(vm?.status).toMatchObject({ printableStatus: 'Running' });
    return vm as unknown as VirtualMachine;
  });
});
afterAll(async () => cluster.close());

const withSidecars = (vm: VirtualMachine, text: string): VirtualMachine => ({
  ...vm,
  spec: {
    ...vm.spec,
    template: {
      ...vm.spec.template,
      metadata: { annotations: { [SIDECARS_ANNOTATION]: text } },
    } as NonNullable<VirtualMachine['spec']['template']>,
  },
});

/** Like the console's menu, shows nothing before all providers are ready. */
const Menu = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const [actions, isReady] = useVmSidecarActions(vm);
  return (
    <ul>{isReady ? actions.map(({ id, label }) => <li key={id}>{label as string}</li>) : 'Not ready'}</ul>
  );
};
const labels = (): (string | null)[] => screen.queryAllByRole('listitem').map((item) => item.textContent);

const CONSOLE_ACTIONS = ['Edit labels', 'Edit annotations', 'Edit VirtualMachine', 'Delete VirtualMachine'];

it('is ready at once', async () => {
  await renderInConsole(<Menu vm={running} />, { cluster });
  expect(labels()).toEqual(['Attach hook script', 'Validate hooks', ...CONSOLE_ACTIONS]);
});

it('offers the restart that a change of the template needs, once the state is known', async () => {
  const vm = withSidecars(running, JSON.stringify([onDefineDomain('edit')]));
  await renderInConsole(<Menu vm={vm} />, { cluster });
  await expect
    .poll(labels)
    .toEqual([
      'Attach hook script',
      'Edit hook script',
      'Detach hook script',
      'Try on a copy',
      'Validate hooks',
      'Restart VM to apply hooks',
      ...CONSOLE_ACTIONS,
    ]);
});

const Restart = ({ state }: { state: SidecarState }): ReactElement => {
  const parsed = parseSidecars(JSON.stringify([onDefineDomain('edit')]));
  const actions = useVmActionList({ vm: running, parsed, state, dialogs: useVmDialogs() });
  return <>{actions.find(({ id }) => id === 'restart')?.label ?? 'No restart'}</>;
};

it.each([
  [true, 'Restart VM to apply hooks'],
  [false, 'No restart'],
])('offers the restart of a failing VM where it needs one: %s', async (needsRestart, expected) => {
  await renderInConsole(<Restart state={{ kind: 'failing', reasons: [], sidecars: [], needsRestart }} />, {
    cluster,
  });
  expect(screen.getByText(expected)).toBeVisible();
});

it('offers the repair of an annotation that KubeVirt cannot read', async () => {
  await renderInConsole(<Menu vm={withSidecars(running, '[{')} />, { cluster });
  expect(labels().slice(0, 2)).toEqual(['Repair annotation', 'Validate hooks']);
});
