import { fireEvent, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import type { FaultClient } from '../../../dev/cluster/faults/faultClient';
import { hookScript, namespace, virtualMachine } from '../../../dev/scenarios/objects';
import { listPages } from '../../k8s/listWatch/listPages';
import { stopSharedLists } from '../../k8s/listWatch/sharedLists';
import { PodModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';
import { useVmSidecars } from '../../data/useVmSidecars';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { faultsOf } from '../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { untilRunning } from '../../testing/untilRunning';
import { untilTimePasses } from '../../testing/untilTimePasses';
import { readVmTabAhead } from './readVmTabAhead';

vi.mock('../../k8s/listWatch/listPages', { spy: true });

const ALL = 'loaded, loaded, allowed, first';

/** All that the tab has shown, its first picture first. */
const pictures: string[] = [];

const Tab = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const { vmi, launcher, configMaps } = useVmSidecars(vm);
  const mayExec = useAccess({ verb: 'create', model: PodModel, namespace: 'lab', subresource: 'exec' });
  const names = configMaps.status === 'loaded' ? [...configMaps.data.keys()].join(' ') : configMaps.status;
  const picture = [vmi.status, launcher.status, mayExec, names].join(', ');
  pictures.push(picture);
  return <output>{picture}</output>;
};

const Page = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const [isOpen, setIsOpen] = useState(false);
  return isOpen ? (
    <Tab vm={vm} />
  ) : (
    <button
      onClick={() => {
        setIsOpen(true);
      }}
    >
      Open
    </button>
  );
};

describe('what a tab of a VM begins with', () => {
  let cluster: RunningCluster;
  let faults: FaultClient;

  beforeAll(async () => {
    cluster = await startKubeVirtCluster([
      namespace('lab'),
      virtualMachine('lab', 'web'),
      hookScript('lab', 'first', '#!/bin/sh\n'),
    ]);
    faults = faultsOf(cluster);
    await untilRunning(cluster, 'lab', 'web');
  });
  afterAll(async () => cluster.close());
  afterEach(async () => {
    // Answers have to be forgotten between tests.
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    stopSharedLists();
    pictures.length = 0;
    vi.mocked(listPages).mockClear();
    await faults.clear();
  });

  /** Shows the page, with time that only tests move on. */
  const showPage = async (): Promise<void> => {
    const vm = cluster.host.store.get('virtualmachines', 'lab', 'web') as unknown as VirtualMachine;
    await renderInConsole(<Page vm={vm} />, { cluster });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  };
  const untilAnswered = async (): Promise<void> => {
    await untilTimePasses(
      () => {
        expect(vi.mocked(listPages).mock.settledResults.map(({ type }) => type)).toEqual(
          Array(3).fill('fulfilled'),
        );
      },
      { stepMs: 0 },
    );
  };
  const press = (): void => {
    // Whoever shows the tab asks again, and tells why there is no answer.
    readVmTabAhead({ namespace: 'lab', name: 'web' }).catch(() => undefined);
  };
  const open = (): void => {
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  };
  const untilShown = async (): Promise<void> => {
    await untilTimePasses(() => {
      expect(screen.getByRole('status')).toHaveTextContent(ALL);
    });
  };

  it('stands in its first picture, without being asked a second time, and is watched from then on', async () => {
    await showPage();
    press();
    await untilAnswered();
    open();
    await untilShown();
    expect(pictures[0]).toBe(ALL);
    expect(listPages).toHaveBeenCalledTimes(3);

    cluster.host.store.create('configmaps', hookScript('lab', 'second', '#!/bin/sh\n'));
    await untilTimePasses(() => {
      expect(screen.getByRole('status')).toHaveTextContent('first second');
    });
    expect(listPages).toHaveBeenCalledTimes(3);
    cluster.host.store.delete('configmaps', 'lab', 'second');
  });

  it('is waited for by a tab that is there first', async () => {
    await showPage();
    press();
    open();
    await untilShown();
    expect(pictures[0]).toBe('loading, loading, asking, loading');
    expect(listPages).toHaveBeenCalledTimes(3);
  });

  it('is asked again when it could not be read', async () => {
    await showPage();
    await faults.add({ verb: 'list', path: '/pods', fault: { kind: 'answer', code: 500 } });
    press();
    await untilTimePasses(
      () => {
        expect(vi.mocked(listPages).mock.settledResults.map(({ type }) => type)).toContain('rejected');
      },
      { stepMs: 0 },
    );
    await faults.clear();
    open();
    await untilShown();
    expect(listPages).toHaveBeenCalledTimes(4);
  });

  it('is asked anew two seconds later', async () => {
    await showPage();
    press();
    await untilAnswered();
    await vi.advanceTimersByTimeAsync(2_000);
    open();
    await untilShown();
    expect(listPages).toHaveBeenCalledTimes(6);
  });

  it('is not asked where a tab of the VM is shown', async () => {
    await showPage();
    open();
    await untilShown();
    press();
    expect(listPages).toHaveBeenCalledTimes(3);
  });
});
