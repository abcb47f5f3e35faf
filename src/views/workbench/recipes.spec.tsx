import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, virtualMachine } from '../../../dev/scenarios/objects';
import { defaultValues } from '../../sidecars/recipes/parameter';
import { diskIoLimits } from '../../sidecars/recipes/domain/diskIoLimits';
import { recipeScript } from '../../sidecars/recipes/script/recipeScript';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { faultsOf } from '../../testing/faultsOf';
import { enabledButton } from '../../testing/openWorkbench';
import { renderInConsole, startKubeVirtCluster, type InConsole } from '../../testing/renderInConsole';
import WorkbenchPage from './WorkbenchPage';

const SCRIPT = recipeScript(diskIoLimits, defaultValues(diskIoLimits.parameters));

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    hookScript('team', 'limits', SCRIPT),
    hookScript('team', 'edited', `${SCRIPT}# mine\n`),
    hookScript('team', 'newer', SCRIPT.replace('version 1.', 'version 9.')),
    virtualMachine('team', 'web', { runStrategy: 'Halted' }),
    virtualMachine('team', 'legacy', { runStrategy: 'Halted' }),
  ]);
});
afterEach(() => {
  sessionStorage.clear();
});
afterAll(async () => cluster.close());

const SCRIPTS = '/k8s/ns/:ns/sidecar-hooks/scripts';
const openNew = async (query = ''): Promise<InConsole> =>
  renderInConsole(<WorkbenchPage />, {
    cluster,
    path: `/k8s/ns/team/sidecar-hooks/scripts/~new${query}`,
    route: `${SCRIPTS}/~new`,
  });
const openScript = async (name: string): Promise<InConsole> =>
  renderInConsole(<WorkbenchPage />, {
    cluster,
    path: `/k8s/ns/team/sidecar-hooks/scripts/${name}/script.sh`,
    route: `${SCRIPTS}/:configMap/:key`,
  });

const stored = (name: string): ConfigMap | undefined => cluster.host.store.get('configmaps', 'team', name);

const RESULTS = 'sidecar-hooks.kubevirt.io/expected-results';

const save = async (): Promise<HTMLElement> => {
  const button = await screen.findByRole('button', { name: 'Save' });
  await waitFor(() => {
    expect(button).not.toHaveAttribute('aria-disabled', 'true');
  });
  return button;
};

it('begins with recipes, which are searched and chosen by category', async () => {
  const { user } = await openNew();
  expect(await screen.findByText('Write it yourself')).toBeVisible();
  const search = screen.getByRole('textbox', { name: 'Search recipes' });
  await user.type(search, 'clipboard');
  expect(screen.getByText('Clipboard of the VNC console')).toBeVisible();
  expect(screen.queryByText('SMBIOS strings')).not.toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Disks');
  expect(screen.getByText('No recipe found')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
  expect(screen.getByText('SMBIOS strings')).toBeVisible();
});

it('leads from a recipe to a script with its expected results', async () => {
  const { user } = await openNew();
  await user.click(await screen.findByRole('button', { name: 'SMBIOS strings' }));
  const field = await screen.findByRole('textbox', { name: 'Baseboard: manufacturer' });
  expect(screen.getByText('You may not need a script')).toBeVisible();
  await user.clear(field);
  await user.type(field, 'A "B" & C');
  await user.click(screen.getByRole('tab', { name: 'Expected results' }));
  expect(
    await screen.findByText('/domain/sysinfo/baseBoard/entry[@name="manufacturer"] is “A "B" & C”'),
  ).toBeVisible();
  await user.click(await save());
  await waitFor(() => {
    expect(stored('smbios')?.data?.['script.py']).toContain('"boardManufacturer": "A \\"B\\" & C",');
  });
  expect(stored('smbios')?.metadata.annotations?.[RESULTS]).toContain('A \\"B\\" & C');
});

it('begins with an example for who writes the script', async () => {
  const { user } = await openNew();
  await user.click(await screen.findByRole('button', { name: 'Write it yourself' }));
  expect(await screen.findByRole('radio', { name: 'onDefineDomain' })).toBeChecked();
  expect(screen.getByRole('button', { name: 'python3' })).toBeVisible();
});

it('opens a saved script as a form, with the devices of the VMs, and saves what it promises then', async () => {
  const { user } = await openScript('limits');
  const disk = await screen.findByRole('combobox', { name: 'Disk' });
  const names = within(disk)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  expect(names[0]).toBe('All of them');
  expect(names.length).toBeGreaterThan(1);
  const [, chosen = ''] = names;
  await user.selectOptions(disk, chosen);
  const limit = screen.getByRole('textbox', { name: 'Operations per second' });
  await user.clear(limit);
  await user.type(limit, '50');
  await user.click(await save());
  await waitFor(() => {
    expect(stored('limits')?.data?.['script.sh']).toBe(
      SCRIPT.replace('"disk": ""', `"disk": "${chosen}"`).replace('"iops": 1000', '"iops": 50'),
    );
  });
  expect(stored('limits')?.metadata.annotations?.[RESULTS]).toContain(`ua-${chosen}`);
});

it('shows why the cluster would refuse the native field, and does not write it', async () => {
  const faults = faultsOf(cluster);
  const message = 'admission webhook "frozen.example.com" denied the request: this VM is frozen';
  await faults.add({ method: 'PATCH', path: 'dryRun=All', fault: { kind: 'answer', code: 403, message } });
  const { user } = await openNew('?from=pciHole&attachTo=legacy');
  await user.click(await enabledButton('Use the native field'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Use the native field in VM legacy' }));
  expect(await dialog.findByText('this VM is frozen')).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
  await faults.clear();
});

it('sets the native field of the VM that the script is for, instead of a script', async () => {
  const { user } = await openNew('?from=pciHole&attachTo=legacy');
  await user.click(await enabledButton('Use the native field'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Use the native field in VM legacy' }));
  await waitFor(() => {
    expect(dialog.getByRole('button', { name: 'Save' })).not.toHaveAttribute('aria-disabled', 'true');
  });
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(
    await screen.findByText('It takes effect at the next start of the VM. You need no script for it.'),
  ).toBeVisible();
  expect(cluster.host.store.get('virtualmachines', 'team', 'legacy')?.spec).toMatchObject({
    template: { metadata: { annotations: { 'kubevirt.io/disablePCIHole64': 'true' } } },
  });
  expect(screen.queryByRole('button', { name: 'Use the native field' })).not.toBeInTheDocument();
});

it('offers no native field for what only a script does', async () => {
  const { user } = await openNew('?from=pciHole&attachTo=web');
  const size = await screen.findByRole('textbox', { name: /^Size/ });
  expect(await screen.findByRole('button', { name: 'Use the native field' })).toBeVisible();
  await user.clear(size);
  await user.type(size, '8');
  expect(screen.queryByRole('button', { name: 'Use the native field' })).not.toBeInTheDocument();
});

it('says what is wrong with a value, and saves no such script', async () => {
  const { user } = await openNew('?from=diskIoLimits');
  const limit = await screen.findByRole('textbox', { name: 'Operations per second' });
  await user.clear(limit);
  await user.type(limit, '12x');
  expect(limit).toHaveValue('12x');
  expect(screen.getByText('A whole number from 1 to 10000000')).toBeVisible();
  const button = screen.getByRole('button', { name: 'Save' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  await user.hover(button);
  // It fades in.
  await waitFor(() => {
    expect(screen.getByText('Correct the values of the recipe first.')).toBeVisible();
  });
});

it('fills in the values of an example', async () => {
  const { user } = await openNew('?from=qemuArguments');
  await user.click(await screen.findByRole('button', { name: 'Wait for a debugger on port 1234' }));
  expect(screen.getByRole('textbox', { name: 'Arguments' })).toHaveValue('-gdb\ntcp:127.0.0.1:1234');
});

it('has the same as a Plugin, or says why there is none', async () => {
  const { unmount } = await openNew('?from=diskCache');
  expect(await screen.findByText('As a Plugin, from KubeVirt 1.9 on')).toBeVisible();
  unmount();
  await openNew('?from=inspect');
  expect(await screen.findByText('A Plugin cannot write files.')).toBeVisible();
  expect(screen.queryByText('As a Plugin, from KubeVirt 1.9 on')).not.toBeInTheDocument();
});

it.each([
  ['edited', 'Made from the recipe “Disk I/O limits”, and then edited by hand'],
  ['newer', 'Made from version 9 of the recipe “Disk I/O limits”'],
])('shows the script %s as a script, and says why', async (name, text) => {
  await openScript(name);
  expect(await screen.findByText(text)).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Operations per second' })).not.toBeInTheDocument();
  expect(screen.getByRole('radio', { name: 'onDefineDomain' })).toBeChecked();
});
