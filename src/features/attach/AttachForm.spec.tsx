import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { VirtualMachineModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import { patchObject } from '../../k8s/write';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { volumeNames } from '../../sidecars/objects/vm';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { AttachForm } from './AttachForm';
import { planAttach } from '../../sidecars/plans/attach/attachPlan';
import { newAttachValues } from '../../sidecars/plans/attach/attachValues';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    hookScript('team', 'scripts', '#!/bin/sh'),
    hookScript('team', 'others', '#!/bin/sh'),
    hookScript('team', 'cloud', '#!/bin/sh\n# --cloud-init'),
    virtualMachine('team', 'shared', { runStrategy: 'Halted', sidecars: [onDefineDomain('scripts')] }),
  ]);
});
afterAll(async () => cluster.close());

const read = async (): Promise<VirtualMachine> => getObject(VirtualMachineModel, 'team', 'shared');

it('does not drop the extra volume when somebody else adds one with its name', async () => {
  const close = vi.fn();
  await renderInConsole(<></>, { cluster });
  const seen = await read();
  const { user } = await renderInConsole(<AttachForm vm={seen} index={0} closeOverlay={close} />, {
    cluster,
  });
  await user.click(screen.getByRole('button', { name: 'Advanced' }));
  await user.click(screen.getByRole('checkbox', { name: /Also add the ConfigMap to the volumes/ }));
  const save = screen.getByRole('button', { name: 'Save' });
  await waitFor(() => {
    expect(save).not.toHaveAttribute('aria-disabled', 'true');
  });
  await patchObject(VirtualMachineModel, seen, [
    {
      op: 'add',
      path: '/spec/template/spec/volumes/-',
      value: { name: 'config-volume', configMap: { name: 'others' } },
    },
  ]);

  await user.click(save);
  expect(await screen.findByText(/The VM was changed meanwhile/)).toBeVisible();
  expect(screen.getByText('The VM has a volume of this name.')).toBeVisible();
  expect(save).toHaveAttribute('aria-disabled', 'true');
  expect(close).not.toHaveBeenCalled();

  const name = screen.getByRole('textbox', { name: 'Name of the volume' });
  await user.clear(name);
  await user.type(name, 'script-volume');
  await user.click(save);
  await waitFor(() => {
    expect(close).toHaveBeenCalled();
  });
  expect(volumeNames(await read())).toEqual(['rootdisk', 'cloudinitdisk', 'config-volume', 'script-volume']);
});

it('offers nothing to copy before it can be saved, and says the reason once', async () => {
  await renderInConsole(<></>, { cluster });
  const { user } = await renderInConsole(
    <AttachForm vm={await read()} index={undefined} closeOverlay={vi.fn()} />,
    { cluster },
  );
  await user.click(screen.getByRole('button', { name: 'Review what is written' }));
  for (const name of ['JSON patch', 'Commands']) {
    await user.click(await screen.findByRole('tab', { name }));
    expect(screen.getByRole('tabpanel', { name })).toHaveTextContent(
      'It is shown as soon as it can be saved.',
    );
    expect(screen.getByText('Choose a hook script first.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Copy/ })).not.toBeInTheDocument();
  }
  await user.click(await screen.findByRole('combobox', { name: 'ConfigMap' }));
  await user.click(await screen.findByRole('option', { name: /^others/ }));
  expect(await screen.findByText(/kubectl patch vm shared/)).toBeVisible();
});

it('expands the review if somebody else changed the sidecars', async () => {
  await renderInConsole(<></>, { cluster });
  const seen = await read();
  const { user } = await renderInConsole(<AttachForm vm={seen} index={0} closeOverlay={vi.fn()} />, {
    cluster,
  });
  await user.click(screen.getByRole('radio', { name: 'preCloudInitIso' }));
  const { operations } = planAttach({
    vm: seen,
    index: undefined,
    values: { ...newAttachValues(), configMap: 'others', key: 'script.sh' },
  });
  await patchObject(VirtualMachineModel, seen, operations);
  const save = screen.getByRole('button', { name: 'Save' });
  await waitFor(() => {
    expect(save).not.toHaveAttribute('aria-disabled', 'true');
  });
  await user.click(save);

  expect(
    await screen.findByText(/“Review what is written”, below the fields, shows the result/),
  ).toBeVisible();
  expect(await screen.findByRole('tab', { name: 'Annotation' })).toBeVisible();
});

it('says that the VM is another one if it was deleted and created again, and keeps the input', async () => {
  const vm = virtualMachine('team', 'anew', { runStrategy: 'Halted', sidecars: [onDefineDomain('scripts')] });
  const { store } = cluster.host;
  const seen = store.create('virtualmachines', vm) as unknown as VirtualMachine;
  const { user } = await renderInConsole(<AttachForm vm={seen} index={0} closeOverlay={vi.fn()} />, {
    cluster,
  });
  await user.click(screen.getByRole('radio', { name: 'preCloudInitIso' }));
  const save = screen.getByRole('button', { name: 'Save' });
  await waitFor(() => {
    expect(save).not.toHaveAttribute('aria-disabled', 'true');
  });
  store.delete('virtualmachines', 'team', 'anew');
  await waitFor(() => {
    expect(store.get('virtualmachines', 'team', 'anew')).toBeUndefined();
  });
  const created = store.create('virtualmachines', vm);
  await user.click(save);

  expect(await screen.findByText(/Deleted and created again with the same name/)).toBeVisible();
  expect(screen.getByRole('radio', { name: 'preCloudInitIso' })).toBeChecked();
  expect(store.get('virtualmachines', 'team', 'anew')?.spec).toEqual(created.spec);
});

it('guesses the hook point of a script, until the user chooses one', async () => {
  await renderInConsole(<></>, { cluster });
  const { user } = await renderInConsole(
    <AttachForm vm={await read()} index={undefined} closeOverlay={vi.fn()} />,
    { cluster },
  );
  const choose = async (name: string): Promise<void> => {
    const field = await screen.findByRole('combobox', { name: 'ConfigMap' });
    await user.click(field);
    await user.click(await screen.findByRole('option', { name: new RegExp(`^${name}`) }));
  };
  await choose('cloud');
  expect(screen.getByRole('radio', { name: 'preCloudInitIso' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: 'onDefineDomain' }));
  await choose('others');
  await user.click(screen.getByRole('radio', { name: 'None: the image brings its own' }));
  await user.click(screen.getByRole('radio', { name: 'Hook script of this namespace' }));
  await choose('cloud');
  expect(screen.getByRole('radio', { name: 'onDefineDomain' })).toBeChecked();
});

const Address = (): ReactElement => {
  const { pathname, search } = useLocation();
  return <p>{`At ${pathname}${search}`}</p>;
};

it.each([
  ['From a recipe', '?attachTo=shared'],
  ['Write it yourself', '?from=example&attachTo=shared'],
])('leads to a new script with “%s”, and asks first if input would be lost', async (text, query) => {
  const close = vi.fn();
  await renderInConsole(<></>, { cluster });
  const { user } = await renderInConsole(
    <>
      <AttachForm vm={await read()} index={undefined} closeOverlay={close} />
      <Address />
    </>,
    { cluster },
  );
  const link = await screen.findByRole('button', { name: text });
  await user.click(screen.getByRole('radio', { name: 'preCloudInitIso' }));
  await user.click(link);
  await user.click(await screen.findByRole('button', { name: 'Keep editing' }));
  expect(close).not.toHaveBeenCalled();
  // Another way of leaving does not lead there.
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(await screen.findByRole('button', { name: 'Keep editing' }));
  await user.click(link);
  await user.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(close).toHaveBeenCalledTimes(1);
  expect(await screen.findByText(`At /k8s/ns/team/sidecar-hooks/scripts/~new${query}`)).toBeInTheDocument();
});

it('starts with the script that it was opened with, which is no input to lose', async () => {
  const close = vi.fn();
  await renderInConsole(<></>, { cluster });
  const script = { configMap: 'others', key: 'script.sh', hookPoint: 'preCloudInitIso' as const };
  const { user } = await renderInConsole(
    <AttachForm vm={await read()} index={undefined} script={script} closeOverlay={close} />,
    { cluster },
  );
  expect(await screen.findByRole('combobox', { name: 'ConfigMap' })).toHaveValue('others');
  expect(screen.getByRole('radio', { name: 'preCloudInitIso' })).toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(close).toHaveBeenCalled();
});
