import { screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { namespace, virtualMachine } from '../../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { renderInConsole, startKubeVirtCluster } from '../../../testing/renderInConsole';
import { readDomain } from '../../../sidecars/domainXml/parsedDomain';
import type { ReadPlan } from '../../../data/domainXml/readPlan';
import { GuestCard } from './GuestCard';
import { GuestResult } from './GuestResult';

const vm = virtualMachine('lab', 'web') as unknown as VirtualMachine;

describe('the check inside the guest', () => {
  let cluster: RunningCluster;
  let plan: ReadPlan;
  beforeAll(async () => {
    cluster = await startKubeVirtCluster([namespace('lab'), virtualMachine('lab', 'web')]);
    await waitFor(() => {
      expect(cluster.host.store.get('virtualmachines', 'lab', 'web')?.status).toMatchObject({
        printableStatus: 'Running',
      });
    });
    const [pod] = cluster.host.store.list('pods', 'lab');
    plan = { kind: 'read', pod: pod?.metadata.name ?? '', podUid: pod?.metadata.uid ?? '', phase: 'Running' };
  });
  afterAll(async () => {
    await cluster.close();
  });

  it('says that no agent is connected, in libvirt’s words, with what to run by hand', async () => {
    const { user } = await renderInConsole(<GuestCard vm={vm} plan={plan} live={readDomain('<domain/>')} />, {
      cluster,
    });
    await user.click(screen.getByRole('button', { name: 'Check inside the guest' }));
    expect(await screen.findByText('No guest agent is connected')).toBeVisible();
    expect(
      screen.getByText('error: Guest agent is not responding: QEMU guest agent is not connected'),
    ).toBeVisible();
    expect(screen.getByText('sudo dmidecode -s baseboard-manufacturer')).toBeVisible();
  });

  it('is disabled without a pod to run virsh in, and says so', async () => {
    const { user } = await renderInConsole(
      <GuestCard
        vm={vm}
        plan={{ kind: 'stop', problem: { kind: 'mayNotExec', pod: 'p' } }}
        live={undefined}
      />,
      { cluster },
    );
    const button = screen.getByRole('button', { name: 'Check inside the guest' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.hover(button);
    expect(
      await screen.findByText('You may not run commands in pods of this namespace.'),
    ).toBeInTheDocument();
  });

  it('compares what the guest sees with the domain XML', async () => {
    const comparison = {
      section: 'baseBoard',
      entry: 'manufacturer',
      expected: 'Radical Edward',
      seen: 'Radical Edward',
      pass: true,
    };
    const answer = { kind: 'read' as const, values: new Map([['board_vendor', 'Radical Edward']]) };
    const { unmount } = await renderInConsole(
      <GuestResult
        answer={answer}
        comparisons={[comparison, { ...comparison, entry: 'serial', seen: undefined, pass: false }]}
      />,
      { cluster },
    );
    expect(screen.getByText('The guest sees what the domain XML says')).toBeVisible();
    expect(screen.getByText('Not visible in the guest')).toBeVisible();
    unmount();

    await renderInConsole(
      <GuestResult answer={answer} comparisons={[{ ...comparison, seen: 'QEMU', pass: false }]} />,
      { cluster },
    );
    expect(screen.getByText('The guest sees other values than the domain XML')).toBeVisible();
    expect(screen.getByText('The guest sees “QEMU”')).toBeVisible();
  });
});
