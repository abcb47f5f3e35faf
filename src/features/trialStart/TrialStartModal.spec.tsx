import { screen } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { renderInConsole, startKubeVirtCluster, type InConsole } from '../../testing/renderInConsole';
import { TrialStartModal } from './TrialStartModal';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('lab'),
    hookScript('lab', 'bad', '#!/bin/sh\necho no such key >&2\nexit 3\n'),
    hookScript('lab', 'slow', '#!/bin/sh\nsleep 20\n'),
    ...['bad', 'slow'].map((name) =>
      virtualMachine('lab', name, { runStrategy: 'Halted', sidecars: [onDefineDomain(name)] }),
    ),
    virtualMachine('lab', 'plain', { runStrategy: 'Halted' }),
  ]);
});
afterAll(async () => cluster.close());

const open = async (name: string, persona: 'admin' | 'viewer' = 'admin'): Promise<InConsole> => {
  const vm = cluster.host.store.get('virtualmachines', 'lab', name) as unknown as VirtualMachine;
  return renderInConsole(<TrialStartModal request={{ vm }} closeOverlay={vi.fn()} />, { cluster, persona });
};

const objectsOfTrials = (): string[] =>
  ['configmaps', 'virtualmachineinstances', 'pods'].flatMap((plural) =>
    cluster.host.store
      .list(plural, 'lab')
      .map(({ metadata }) => metadata.name)
      .filter((name) => name.includes('sidecar-trial-')),
  );

describe('the dialog of a trial start', () => {
  it('asks first, shows the failed call, and leaves nothing', async () => {
    const { user } = await open('bad');
    expect(await screen.findByText(/Empty disks in place of rootdisk/)).toBeVisible();
    expect(
      screen.getByText(/Its pod mounts the same secrets and configuration: cloudinitdisk/),
    ).toBeVisible();
    expect(objectsOfTrials()).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Start the copy' }));
    expect(
      await screen.findByText('Hook script bad/script.sh failed in call 1: the VM would not start'),
    ).toBeVisible();
    expect(screen.getAllByText(/exit (?:code|status) 3/i)[0]).toBeVisible();
    expect(screen.getByText(/no such key/)).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Close' })).toBeVisible();
    await expect.poll(objectsOfTrials).toEqual([]);
  });

  it('removes the copy when it is closed while a script runs', async () => {
    const { user, unmount } = await open('slow');
    expect(await screen.findByText('What it costs')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Start the copy' }));
    await expect.poll(objectsOfTrials).toContainEqual(expect.stringContaining('virt-launcher-'));
    unmount();
    await expect.poll(objectsOfTrials).toEqual([]);
  });

  it('tells which rights are missing', async () => {
    await open('bad', 'viewer');
    expect(await screen.findByText('create virtualmachineinstances')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Start the copy' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('has nothing to try on a VM without sidecars', async () => {
    await open('plain');
    expect(await screen.findByText('The VM has no hook sidecars.')).toBeVisible();
  });
});
