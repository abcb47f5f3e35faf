import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../dev/cluster/contract';
import type { FaultClient } from '../../../dev/cluster/faults/faultClient';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { stopSharedLists } from '../../k8s/listWatch/sharedLists';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { vmsOfHolder } from '../../sidecars/objects/templateVm';
import { sidecarsOfVm } from '../../sidecars/objects/vm';
import { faultsOf } from '../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { BringScriptModal } from './BringScriptModal';
import { PreviewModal } from './PreviewModal';

const manifest = (script: string): Record<string, unknown> => {
  const { apiVersion, kind, spec } = virtualMachine('lab', 'any', {
    runStrategy: 'Halted',
    sidecars: [onDefineDomain(script)],
  });
  return { apiVersion, kind, metadata: { name: '${NAME}' }, spec };
};
const parameters = [
  { name: 'NAME', required: true },
  { name: 'SCRIPT', value: 'script' },
];

const template = (name: string, script: string, inNamespace = 'lab'): StoredObject => ({
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name, namespace: inNamespace },
  parameters,
  objects: [manifest(script)],
});

describe('the dialogs of templates', () => {
  let cluster: RunningCluster;
  let faults: FaultClient;
  beforeAll(async () => {
    cluster = await startKubeVirtCluster([
      namespace('lab'),
      namespace('mine'),
      namespace('openshift'),
      hookScript('lab', 'script', '#!/bin/sh\necho ${NAME} >&2\nprintf "%s" "$4"\n'),
      template('by-parameter', '${SCRIPT}'),
      template('brings', 'script'),
      template('shared', 'script', 'openshift'),
      {
        apiVersion: 'template.kubevirt.io/v1beta1',
        kind: 'VirtualMachineTemplate',
        metadata: { name: 'vmt', namespace: 'lab' },
        spec: { virtualMachine: manifest('${SCRIPT}'), parameters },
      },
    ]);
    faults = faultsOf(cluster);
  });
  beforeEach(async () => {
    // The users of earlier tests may not change faults, and their lists would hide the next faults.
    vi.unstubAllGlobals();
    stopSharedLists();
    await faults.clear();
  });
  afterAll(async () => cluster.close());

  const stored = (plural: string, name: string, inNamespace = 'lab'): KubernetesObject => {
    const found = cluster.host.store.get(plural, inNamespace, name);
    if (found === undefined) {
      throw new Error(`${name} is not there`);
    }
    return found;
  };

  it.each([
    ['templates', 'by-parameter'],
    ['virtualmachinetemplates', 'vmt'],
  ])('previews a VM of %s: the values must be there, and its findings are shown', async (plural, name) => {
    const { user } = await renderInConsole(
      <PreviewModal template={stored(plural, name)} closeOverlay={vi.fn()} />,
      { cluster },
    );
    const dialog = await screen.findByRole('dialog', { name: 'Preview a VM' });
    const preview = within(dialog).getByRole('button', { name: 'Preview' });
    expect(preview).toHaveAttribute('aria-disabled', 'true');
    expect(within(dialog).getByText('Fill in: NAME')).toBeVisible();
    await user.type(within(dialog).getByLabelText(/^NAME/), 'web');
    await user.click(preview);
    expect(await within(dialog).findByRole('heading', { name: 'web' })).toBeVisible();
    expect(within(dialog).getByText(/"name": "script"/)).toBeVisible();
    expect(await within(dialog).findByText('The checks found no problem.')).toBeVisible();

    const script = within(dialog).getByLabelText(/^SCRIPT/);
    await user.clear(script);
    await user.type(script, 'other');
    expect(within(dialog).queryByRole('heading', { name: 'web' })).not.toBeInTheDocument();
    await user.click(preview);
    expect(
      await within(dialog).findByText('There is no ConfigMap other in the namespace of the VM'),
    ).toBeVisible();
    expect(cluster.host.store.list('virtualmachines', 'lab')).toEqual([]);
  });

  it('processes a shared template in a project of the user, with the ConfigMaps of that project', async () => {
    const { user } = await renderInConsole(
      <PreviewModal template={stored('templates', 'shared', 'openshift')} closeOverlay={vi.fn()} />,
      { cluster, persona: 'editor' },
    );
    const dialog = await screen.findByRole('dialog', { name: 'Preview a VM' });
    const preview = within(dialog).getByRole('button', { name: 'Preview' });
    await user.type(within(dialog).getByLabelText(/^NAME/), 'web');
    expect(within(dialog).getByText('Choose a project first.')).toBeVisible();
    const project = within(dialog).getByRole('combobox', { name: 'Project' });
    await user.click(project);
    const shared = await screen.findByRole('option', {
      name: /^openshift ?You may not process templates in it\.$/,
    });
    expect(shared).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('option', { name: 'mine' }));
    await user.click(preview);
    expect(
      await within(dialog).findByText('There is no ConfigMap script in the namespace of the VM'),
    ).toBeVisible();

    await user.click(project);
    await user.click(await screen.findByRole('option', { name: 'lab' }));
    expect(within(dialog).queryByRole('heading', { name: 'web' })).not.toBeInTheDocument();
    await user.click(preview);
    expect(await within(dialog).findByText('The checks found no problem.')).toBeVisible();
    expect(within(dialog).getByText('Checked as if it were created in namespace lab.')).toBeVisible();
  });

  it('says that scripts are not checked if the ConfigMaps cannot be read', async () => {
    await faults.add({ path: '/namespaces/lab/configmaps', fault: { kind: 'answer', code: 403 } });
    const { user } = await renderInConsole(
      <PreviewModal template={stored('templates', 'by-parameter')} closeOverlay={vi.fn()} />,
      { cluster },
    );
    const dialog = await screen.findByRole('dialog', { name: 'Preview a VM' });
    await user.type(within(dialog).getByLabelText(/^NAME/), 'web');
    await user.click(within(dialog).getByRole('button', { name: 'Preview' }));
    expect(await within(dialog).findByText(/The scripts are not checked/)).toBeVisible();
  });

  it('shows no result before the ConfigMaps are read', async () => {
    await faults.add({ path: '/namespaces/lab/configmaps', fault: { kind: 'hang' } });
    const { user } = await renderInConsole(
      <PreviewModal template={stored('templates', 'by-parameter')} closeOverlay={vi.fn()} />,
      { cluster },
    );
    const dialog = await screen.findByRole('dialog', { name: 'Preview a VM' });
    await user.type(within(dialog).getByLabelText(/^NAME/), 'web');
    await user.click(within(dialog).getByRole('button', { name: 'Preview' }));
    expect(await within(dialog).findByText('Loading ConfigMaps')).toBeInTheDocument();
    expect(within(dialog).queryByText('The checks found no problem.')).not.toBeInTheDocument();
  });

  it('does not show the answer to values that changed while the server worked', async () => {
    await faults.add({ path: '/processedtemplates', fault: { kind: 'slow', ms: 1000 } });
    const { user } = await renderInConsole(
      <PreviewModal template={stored('templates', 'by-parameter')} closeOverlay={vi.fn()} />,
      { cluster },
    );
    const dialog = await screen.findByRole('dialog', { name: 'Preview a VM' });
    const preview = within(dialog).getByRole('button', { name: /Preview/ });
    await user.type(within(dialog).getByLabelText(/^NAME/), 'web');
    await user.click(preview);
    expect(preview).toHaveAttribute('aria-disabled', 'true');
    await user.type(within(dialog).getByLabelText(/^NAME/), '2');
    await waitFor(
      () => {
        expect(preview).not.toHaveAttribute('aria-disabled', 'true');
      },
      { timeout: 5000 },
    );
    expect(within(dialog).queryByText(/^(Loading ConfigMaps|Checked as if)/)).not.toBeInTheDocument();
  });

  it('shows why the server refuses', async () => {
    const { user } = await renderInConsole(
      <PreviewModal template={stored('templates', 'by-parameter')} closeOverlay={vi.fn()} />,
      { cluster, persona: 'viewer' },
    );
    const dialog = await screen.findByRole('dialog', { name: 'Preview a VM' });
    await user.type(within(dialog).getByLabelText(/^NAME/), 'web');
    await user.click(within(dialog).getByRole('button', { name: 'Preview' }));
    expect(await within(dialog).findByText(/The server refuses to process the template/)).toBeVisible();
  });

  it('brings a script with the template, and warns of parameters in it', async () => {
    const [vm] = vmsOfHolder(stored('templates', 'brings'));
    const { user } = await renderInConsole(
      <BringScriptModal
        vm={vm ?? ({} as never)}
        configMap={stored('configmaps', 'script')}
        closeOverlay={vi.fn()}
      />,
      { cluster },
    );
    const dialog = await screen.findByRole('dialog', { name: 'Bring the script with the template' });
    expect(within(dialog).getByText(/The script names parameters of the template: NAME/)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      const [changed] = vmsOfHolder(stored('templates', 'brings'));
      expect(changed && sidecarsOfVm(changed)[0]?.configMap?.name).toBe('${NAME}-script');
    });
    expect(stored('templates', 'brings')).toMatchObject({
      objects: [{}, { kind: 'ConfigMap', metadata: { name: '${NAME}-script' } }],
    });
  });
});
