import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../../dev/cluster/contract';
import type { FaultClient } from '../../../../dev/cluster/faults/faultClient';
import { platformObjects } from '../../../../dev/cluster/kubevirt/platform';
import { namespace, onDefineDomain, virtualMachine } from '../../../../dev/scenarios/objects';
import { demoTemplates } from '../../../../dev/scenarios/templates';
import { faultsOf } from '../../../testing/faultsOf';
import { renderInConsole, startTestCluster, type InConsole } from '../../../testing/renderInConsole';
import { stopSharedLists } from '../../../k8s/listWatch/sharedLists';
import TemplatesTab from './TemplatesTab';

const LIST = '/k8s/all-namespaces/sidecar-hooks?tab=templates';
const LABELS = {
  'vm.kubevirt.io/template': 'shop-server',
  'vm.kubevirt.io/template.namespace': 'storefront',
};

const madeFrom = (name: string): StoredObject => {
  const vm = virtualMachine('storefront', name, { runStrategy: 'Halted' });
  return { ...vm, metadata: { ...vm.metadata, labels: LABELS } };
};

const pool = (name: string): StoredObject => {
  const vm = virtualMachine('storefront', name, { sidecars: [onDefineDomain('not-there')] });
  const template = vm.spec as { template: { metadata: Record<string, unknown> } };
  const labels = { app: name };
  template.template.metadata.labels = labels;
  return {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    metadata: { name, namespace: 'storefront' },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      virtualMachineTemplate: { metadata: { labels }, spec: vm.spec },
    },
  };
};

const shownNames = (): (string | null)[] =>
  screen
    .getAllByRole('link', { name: (_name, link) => link.getAttribute('data-test') === 'template-link' })
    .map(({ textContent }) => textContent);
const rowOf = async (name: string): Promise<HTMLElement> =>
  screen.findByRole('row', {
    name: (_name, row) => row.getAttribute('data-test') === `template-row-${name}`,
  });

describe('the tab of templates', () => {
  let cluster: RunningCluster;
  let faults: FaultClient;
  beforeAll(async () => {
    cluster = await startTestCluster([
      ...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: true, sidecarGate: true, templateGate: true }),
      namespace('storefront'),
      namespace('desktops'),
      ...demoTemplates('v1.9.0'),
      madeFrom('shop-1'),
      madeFrom('shop-2'),
      pool('farm'),
    ]);
    faults = faultsOf(cluster);
  });
  afterEach(async () => {
    // Otherwise the next test gets this one's lists.
    stopSharedLists();
    await faults.clear();
  });
  afterAll(async () => cluster.close());

  const show = async (path = LIST, of?: string): Promise<InConsole> =>
    renderInConsole(<TemplatesTab namespace={of} />, { cluster, path });

  it('lists templates with VMs, VM templates and pools of all namespaces, without base templates', async () => {
    await show();
    await rowOf('farm');
    await waitFor(() => {
      expect(shownNames()).toEqual(['cache-node', 'classroom', 'farm', 'shop-server']);
    });
    const classroom = within(await rowOf('classroom'));
    expect(classroom.getByText('Template')).toBeVisible();
    expect(classroom.getByText('2 VMs')).toBeVisible();
    expect(within(await rowOf('cache-node')).getByRole('link', { name: 'cache-node' })).toHaveAttribute(
      'href',
      '/k8s/ns/storefront/template.kubevirt.io~v1beta1~VirtualMachineTemplate/cache-node/sidecar-hooks',
    );
  });

  it('shows findings, and the VMs that are made from each', async () => {
    const { user } = await show();
    expect(await within(await rowOf('farm')).findByText(/^ConfigMap missing/)).toBeVisible();
    expect(await within(await rowOf('farm')).findByRole('link', { name: 'farm-0' })).toBeVisible();
    expect(await within(await rowOf('classroom')).findByText('None known')).toBeVisible();
    await user.click(await within(await rowOf('shop-server')).findByRole('button', { name: '2 VMs' }));
    expect(await screen.findByRole('link', { name: 'shop-2' })).toHaveAttribute(
      'href',
      '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/shop-2/sidecar-hooks',
    );
  });

  it('links scripts only where their ConfigMaps are known to be', async () => {
    await show();
    expect(within(await rowOf('farm')).getByRole('link', { name: 'not-there' })).toBeVisible();
    const classroom = within(await rowOf('classroom'));
    expect(classroom.getByText('legacy-nic')).toBeVisible();
    expect(classroom.queryByRole('link', { name: 'legacy-nic' })).not.toBeInTheDocument();
  });

  it('shows base templates when asked, and does not change them', async () => {
    const { user } = await show();
    await rowOf('farm');
    const choice = screen.getByRole('checkbox', { name: 'With base templates' });
    await user.click(choice);
    // The list stays while more is read, and with it the focus.
    expect(choice).toHaveFocus();
    const base = within(await rowOf('fedora-server-small'));
    expect(base.getByText('Read-only')).toBeVisible();
    await user.click(base.getByRole('button', { name: 'Actions of template fedora-server-small' }));
    const attach = await screen.findByRole('menuitem', { name: 'Attach hook script' });
    await user.hover(attach);
    await waitFor(() => {
      expect(screen.getByRole('tooltip')).toHaveTextContent(/shared by all projects/);
    });
    expect(attach).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('menuitem', { name: 'Copy to a project' }));
    expect(await screen.findByRole('dialog', { name: 'Copy to a project' })).toBeVisible();
  });

  it('has the actions on the VM of a template, and none about an instance', async () => {
    const { user } = await show();
    await user.click(
      within(await rowOf('cache-node')).getByRole('button', { name: 'Actions of VM template cache-node' }),
    );
    await waitFor(() => {
      expect(screen.getByRole('menuitem', { name: 'Attach hook script' })).not.toHaveAttribute(
        'aria-disabled',
        'true',
      );
    });
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Attach hook script',
      'Edit hook script',
      'Detach hook script',
    ]);
  });

  it('leads to the tab of a template that has several VMs', async () => {
    const { user } = await show();
    await user.click(
      within(await rowOf('classroom')).getByRole('button', { name: 'Actions of template classroom' }),
    );
    expect(await screen.findByRole('menuitem', { name: 'Go to the VMs of the template' })).toBeVisible();
  });

  it('filters by what is in the URL, and says when nothing matches', async () => {
    const { user } = await show(`${LIST}&kind=VirtualMachinePool&sidecars=attached`);
    await rowOf('farm');
    expect(shownNames()).toEqual(['farm']);
    await user.type(screen.getByRole('textbox', { name: 'Filter by name' }), 'shop');
    expect(await screen.findByText('No template or pool matches the filters')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear all filters' })[0] ?? document.body);
    await rowOf('shop-server');
    expect(screen.getByRole('textbox', { name: 'Filter by name' })).toHaveFocus();
  });

  it('says which kind may not be read, and that VMs are not known', async () => {
    for (const path of ['/virtualmachinepools', '/virtualmachines']) {
      await faults.add({ path, fault: { kind: 'answer', code: 403, message: `forbidden: ${path}` } });
    }
    await show(undefined, 'storefront');
    expect(await within(await rowOf('shop-server')).findByText('Unknown')).toBeVisible();
    expect(await screen.findByText(/pools are not listed\..*forbidden: \/virtualmachinepools/)).toBeVisible();
    expect(screen.getByText(/it is not known which of them are made/)).toBeVisible();
  });

  it('does not say that there are none where a kind could not be read', async () => {
    await faults.add({ path: '/virtualmachinepools', fault: { kind: 'answer', code: 403 } });
    await show(undefined, 'default');
    expect(await screen.findByText('Nothing was found in what could be read')).toBeVisible();
    expect(screen.queryByText(/There is no template/)).not.toBeInTheDocument();
  });

  it('asks for a namespace if nothing may be read of all', async () => {
    await faults.add({ path: '/apis/template.', verb: 'list', fault: { kind: 'answer', code: 403 } });
    await faults.add({ path: '/apis/pool.', verb: 'list', fault: { kind: 'answer', code: 403 } });
    await show();
    expect(await screen.findByRole('heading', { name: 'Choose a namespace' })).toBeVisible();
  });

  it('says that a namespace has none, without an offer of base templates', async () => {
    await show(undefined, 'default');
    expect(await screen.findByText('No templates and no pools')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show base templates' })).not.toBeInTheDocument();
  });
});
