import { screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { untilRunning } from '../../testing/untilRunning';
import { TryPanel } from './TryPanel';

const TEXT = '#!/bin/sh\nprintf %s "$4"\n';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    hookScript('team', 'same', TEXT),
    virtualMachine('team', 'hooked', { sidecars: [onDefineDomain('same')] }),
    virtualMachine('team', 'plain', {}),
    virtualMachine('team', 'stopped', { runStrategy: 'Halted' }),
  ]);
  await untilRunning(cluster, 'team', 'hooked');
  await untilRunning(cluster, 'team', 'plain');
});
afterAll(async () => cluster.close());

const pods = (): StoredObject[] =>
  cluster.host.store.list('pods', 'team').filter(({ metadata }) => metadata.name.startsWith('try-'));
beforeEach(async () => {
  // The panel of the test before is gone, and so must be its pod.
  await expect.poll(pods).toEqual([]);
});

const script = { hookPoint: 'onDefineDomain', text: TEXT } as const;
const tryIt = (): HTMLElement => screen.getByRole('button', { name: 'Try it' });
const untilEnabled = async (): Promise<void> =>
  waitFor(() => {
    expect(tryIt()).not.toHaveAttribute('aria-disabled', 'true');
  });

describe('the panel', () => {
  it('says who may try scripts to a user who may not', async () => {
    await renderInConsole(<TryPanel namespace="team" script={script} expectations={[]} />, {
      cluster,
      persona: 'viewer',
    });
    expect(await screen.findByText(/Users with the role edit of the namespace have it/)).toBeVisible();
    expect(tryIt()).toHaveAttribute('aria-disabled', 'true');
  });

  it('reads the XML of the chosen VM, and says whether hooks may have changed it', async () => {
    const { user } = await renderInConsole(<TryPanel namespace="team" script={script} expectations={[]} />, {
      cluster,
    });
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Input' }),
      'What KubeVirt generated for a running VM',
    );
    const choose = async (name: string): Promise<void> => {
      const field = screen.getByRole('combobox', { name: 'Running VM' });
      await user.clear(field);
      await user.type(field, name);
      await user.click(await screen.findByRole('option', { name }));
    };
    await choose('hooked');
    expect(await screen.findByText(/this is the XML after their first call/)).toBeVisible();
    await choose('plain');
    await waitFor(() => {
      expect(screen.queryByText(/this is the XML after their first call/)).toBeNull();
    });
    expect(await screen.findByText(/when the VM was started/)).toBeVisible();
    await untilEnabled();
  });

  it.each([
    ['a running VM', 'plain', 'What KubeVirt generated for a running VM', /when the VM was started/],
    ['a VM that does not run', 'stopped', 'An example', undefined],
  ])(
    'takes the XML of the VM that the script is for, where it has one: %s',
    async (_what, vmName, input, note) => {
      await renderInConsole(<TryPanel namespace="team" script={script} expectations={[]} vmName={vmName} />, {
        cluster,
      });
      await untilEnabled();
      expect(screen.getByRole('combobox', { name: 'Input' })).toHaveDisplayValue(input);
      if (note !== undefined) {
        expect(screen.getByRole('combobox', { name: 'Running VM' })).toHaveValue(vmName);
        expect(screen.getByText(note)).toBeVisible();
      }
    },
  );

  it('ends the script and removes the pod when the page is left', async () => {
    const sleeping = { ...script, text: '#!/bin/sh\nsleep 300\n' };
    const { user, unmount } = await renderInConsole(
      <TryPanel namespace="team" script={sleeping} expectations={[]} />,
      { cluster },
    );
    await untilEnabled();
    await user.click(tryIt());
    expect(await screen.findByText('Call 1 of the script runs…')).toBeVisible();
    expect(pods()).toHaveLength(1);
    unmount();
  });

  it('removes the pod also when the whole page is closed', async () => {
    const { user } = await renderInConsole(<TryPanel namespace="team" script={script} expectations={[]} />, {
      cluster,
    });
    await untilEnabled();
    await user.click(tryIt());
    await expect.poll(pods).toHaveLength(1);
    window.dispatchEvent(new Event('pagehide'));
    await expect.poll(pods).toEqual([]);
  });

  it('stops a script that runs too long, and keeps the pod for the next try', async () => {
    const sleeping = { ...script, text: '#!/bin/sh\nsleep 300\n' };
    const { user } = await renderInConsole(
      <TryPanel namespace="team" script={sleeping} expectations={[]} />,
      {
        cluster,
      },
    );
    await untilEnabled();
    await user.click(tryIt());
    await screen.findByText('Call 1 of the script runs…');
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(screen.queryByText('Call 1 of the script runs…')).toBeNull();
    expect(pods()).toHaveLength(1);
    expect(tryIt()).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('shows a quota’s refusal in the cluster’s words, with the cure', async () => {
    cluster.host.store.create('resourcequotas', {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'small', namespace: 'team' },
      spec: { hard: { 'limits.memory': '100Mi' } },
    });
    const { user } = await renderInConsole(<TryPanel namespace="team" script={script} expectations={[]} />, {
      cluster,
    });
    await untilEnabled();
    await user.click(tryIt());
    expect(await screen.findByText(/It would exceed quota small of the namespace/)).toBeVisible();
    expect(
      screen.getByText(/requested: limits.memory=256Mi, used: .*, limited: limits.memory=100Mi/),
    ).toBeVisible();
    expect(screen.getByText(/Free that much of the quota/)).toBeVisible();
  });
});
