import { act, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import type { FaultClient } from '../../../dev/cluster/faults/faultClient';
import { scenarioObjects, scenarios } from '../../../dev/scenarios';
import { onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { useVmActionList } from '../../features/vmActions/useVmActionList';
import { useVmDialogs } from '../../features/vmActions/useVmDialogs';
import { useVmSidecars } from '../../data/useVmSidecars';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { faultsOf } from '../../testing/faultsOf';
import { renderInConsole, startTestCluster } from '../../testing/renderInConsole';
import { startGateOff } from '../../testing/startGateOff';
import { VmSidecarsTab } from './VmSidecarsTab';
// Imported here, because compiling it during a test takes long on a busy machine.
import './diagnosis/DiagnosisSection';
import '../../sidecars/checks/script/runScriptChecks';

/** Like the console's menu, which is on all tabs. */
const EditAction = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const { parsed, state } = useVmSidecars(vm);
  const dialogs = useVmDialogs();
  const edit = useVmActionList({ vm, parsed, state, dialogs }).find(({ id }) => id === 'edit');
  const navigate = useNavigate();
  return (
    <button
      onClick={() => {
        if (edit?.does.kind === 'go') {
          void navigate(edit.does.path);
        }
      }}
    >
      {edit?.label}
    </button>
  );
};

describe('the tab of a stopped VM whose ConfigMap is missing', () => {
  let cluster: RunningCluster;
  let faults: FaultClient;
  let vm: VirtualMachine;
  beforeAll(async () => {
    const { demo } = scenarios;
    cluster = await startTestCluster(demo === undefined ? [] : scenarioObjects(demo));
    faults = faultsOf(cluster);
    vm = cluster.host.store.get('virtualmachines', 'desktops', 'loaner') as unknown as VirtualMachine;
  });
  afterEach(async () => faults.clear());
  afterAll(async () => cluster.close());

  it('does not wait forever for more findings', async () => {
    await faults.add({ path: '/events', fault: { kind: 'hang' } });
    await renderInConsole(<VmSidecarsTab obj={vm} />, { cluster });
    expect(await screen.findByRole('heading', { name: 'Attached sidecars' })).toBeVisible();
    // Beside it, or after it if the code of the findings loads slowly.
    expect(await screen.findByRole('list', { name: 'Findings' })).toHaveTextContent(
      'There is no ConfigMap legacy-nics in the namespace of the VM',
    );
  });

  it('does not promise a next start, and says why', async () => {
    await renderInConsole(<VmSidecarsTab obj={vm} />, { cluster });
    expect(await screen.findByRole('heading', { name: 'Attached sidecars' })).toBeVisible();
    // Once for the VM and once for its sidecar.
    await waitFor(() => {
      expect(screen.getAllByText('Fails at next start')).toHaveLength(2);
    });
    expect(screen.queryByText('Applies at next start')).not.toBeInTheDocument();
    expect(
      await screen.findByText('Sidecar 1: There is no ConfigMap legacy-nics in the namespace of the VM.'),
    ).toBeVisible();
  });

  it('does not say “no problem” before everything was checked', async () => {
    await faults.add({ path: '/events', fault: { kind: 'hang' } });
    const running = cluster.host.store.get('virtualmachines', 'storefront', 'session-cache');
    await renderInConsole(<VmSidecarsTab obj={running as unknown as VirtualMachine} />, { cluster });
    expect(await screen.findByText(/^No problem was found yet/, {}, { timeout: 5_000 })).toBeVisible();
    expect(screen.queryByText(/^The checks found no problem/)).not.toBeInTheDocument();
  });

  it('moves to the cards to edit one of several sidecars, each time', async () => {
    const several = virtualMachine('desktops', 'several', {
      runStrategy: 'Halted',
      sidecars: [onDefineDomain('first'), onDefineDomain('second')],
    }) as unknown as VirtualMachine;
    const { user } = await renderInConsole(
      <>
        <EditAction vm={several} />
        <VmSidecarsTab obj={several} />
      </>,
      { cluster },
    );
    const heading = await screen.findByRole('heading', { name: 'Attached sidecars' });
    expect(heading).not.toHaveFocus();
    const edit = screen.getByRole('button', { name: 'Edit hook scripts' });
    await user.click(edit);
    await waitFor(() => {
      expect(heading).toHaveFocus();
    });
    await user.click(edit);
    await waitFor(() => {
      expect(heading).toHaveFocus();
    });
  });
});

describe('the tab of a VM with a thousand sidecars', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(async () => cluster.close());

  it('shows cards and findings in part, and says so', async () => {
    const vm = virtualMachine('desktops', 'many', {
      runStrategy: 'Halted',
      sidecars: Array.from({ length: 1000 }, () => ({})),
    }) as unknown as VirtualMachine;
    const { user } = await renderInConsole(<VmSidecarsTab obj={vm} />, { cluster });
    const cards = (): HTMLElement[] => screen.queryAllByLabelText(/^Actions of Sidecar \d+$/);
    // By role takes many seconds with so many elements.
    await screen.findByText('Attached sidecars');
    expect(cards()).toHaveLength(50);
    const findings = await screen.findByLabelText('Findings');
    expect(screen.getByText(/The first 50 of 2\d\d are shown/)).toBeVisible();
    expect(findings).toHaveTextContent('Only the first 100 of 1000 sidecars are checked');
    expect(screen.getByText(/The first 50 of 1000 are shown/)).toBeVisible();
    // The first one shows more findings.
    const [, ofCards] = screen.getAllByText('Show more');
    await user.click(ofCards ?? document.body);
    expect(cards()).toHaveLength(100);
  });
});

describe('the tab of a VM that gets its first sidecar', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(async () => cluster.close());

  it('moves the focus to the heading that replaces the button that attached it', async () => {
    const vmWith = (sidecars: ReturnType<typeof onDefineDomain>[]): VirtualMachine =>
      virtualMachine('desktops', 'new', {
        runStrategy: 'Halted',
        sidecars,
      }) as unknown as VirtualMachine;
    let attach = (): void => undefined;
    const Tab = (): ReactElement => {
      const [vm, setVm] = useState(() => vmWith([]));
      attach = () => {
        setVm(vmWith([onDefineDomain('first')]));
      };
      return <VmSidecarsTab obj={vm} />;
    };
    await renderInConsole(<Tab />, { cluster });
    await screen.findByText('No hook script is attached');
    // The head has the same button until everything is known.
    (await screen.findByRole('button', { name: 'Attach hook script' })).focus();
    act(() => {
      attach();
    });
    await waitFor(() => {
      // The tab's heading while data loads, the cards' heading after it.
      const headings = screen.getAllByRole('heading', { name: /^(Hook sidecars|Attached sidecars)$/ });
      expect(headings.filter((heading) => heading.matches(':focus'))).toHaveLength(1);
    });
  });
});

describe('the tab of a VM that runs while the gate is off', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startGateOff();
  });
  afterAll(async () => cluster.close());

  it('reports only the gate, for this VM', async () => {
    const blocked = cluster.host.store.get('virtualmachines', 'storefront', 'still-running');
    await renderInConsole(<VmSidecarsTab obj={blocked as unknown as VirtualMachine} />, { cluster });
    expect(
      await screen.findByText('This VM has hook sidecars: KubeVirt refuses to start or change it.'),
    ).toBeVisible();
    expect(
      await screen.findByText('The checks found no other problem.', {}, { timeout: 5_000 }),
    ).toBeVisible();
  });
});
