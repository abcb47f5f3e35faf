import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { namespace, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { faultsOf } from '../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { AttachForm } from './AttachForm';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    virtualMachine('team', 'refused', { runStrategy: 'Halted' }),
  ]);
});
afterEach(async () => faultsOf(cluster).clear());
afterAll(async () => cluster.close());

const stored = (name: string): unknown => cluster.host.store.get('configmaps', 'team', name);

/** Creates a ConfigMap, and is then refused the change of the VM. */
const beRefused = async (name: string): Promise<{ user: UserEvent; close: () => void }> => {
  const close = vi.fn();
  const vm = cluster.host.store.get('virtualmachines', 'team', 'refused') as unknown as VirtualMachine;
  await faultsOf(cluster).add({ method: 'PATCH', fault: { kind: 'answer', code: 500 } });
  const { user } = await renderInConsole(<AttachForm vm={vm} index={undefined} closeOverlay={close} />, {
    cluster,
  });
  await user.click(screen.getByRole('radio', { name: 'New hook script' }));
  await user.type(screen.getByRole('textbox', { name: 'Name' }), name);
  const attach = screen.getByRole('button', { name: 'Attach' });
  await waitFor(() => {
    expect(attach).not.toHaveAttribute('aria-disabled', 'true');
  });
  await user.click(attach);
  expect(
    await screen.findByText(`ConfigMap ${name} is created, VM refused is not changed yet`),
  ).toBeVisible();
  expect(stored(name)).toBeDefined();
  return { user, close };
};

it('names the ConfigMap that a refused save leaves, removes it on request, and keeps the input', async () => {
  const { user } = await beRefused('first');
  await user.click(screen.getByRole('button', { name: 'Remove ConfigMap first' }));
  await waitFor(() => {
    expect(stored('first')).toBeUndefined();
  });
  expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('first');
  expect(screen.queryByRole('button', { name: 'Remove ConfigMap first' })).not.toBeInTheDocument();
});

it('offers the same when the form is cancelled', async () => {
  const { user, close } = await beRefused('second');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  // One in the form, one with the question.
  const [, remove] = screen.getAllByRole('button', { name: 'Remove ConfigMap second' });
  await user.click(remove ?? document.body);
  await waitFor(() => {
    expect(stored('second')).toBeUndefined();
  });
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(close).toHaveBeenCalled();
});

it('does not remove a ConfigMap that somebody else has changed, and says why', async () => {
  const { user } = await beRefused('third');
  const { store } = cluster.host;
  store.update('configmaps', {
    ...store.get('configmaps', 'team', 'third'),
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'third', namespace: 'team' },
    data: { theirs: 'text' },
  });
  await user.click(screen.getByRole('button', { name: 'Remove ConfigMap third' }));
  expect(await screen.findByText(/It could not be removed.*might have been modified/)).toBeVisible();
  expect(stored('third')).toBeDefined();
});
