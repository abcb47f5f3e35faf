import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import type { FaultClient } from '../../../dev/cluster/faults/faultClient';
import { namespace } from '../../../dev/scenarios/objects';
import { stopSharedLists } from '../../k8s/listWatch/sharedLists';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { faultsOf } from '../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { CopyTemplateModal } from './CopyTemplateModal';

let cluster: RunningCluster;
let faults: FaultClient;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    ...['lab', 'mine', 'openshift'].map(namespace),
    {
      apiVersion: 'template.openshift.io/v1',
      kind: 'Template',
      metadata: { name: 'shared', namespace: 'openshift' },
      objects: [],
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

const stored = (inNamespace: string): KubernetesObject => {
  const found = cluster.host.store.get('templates', inNamespace, 'shared');
  if (found === undefined) {
    throw new Error(`The template is not in ${inNamespace}`);
  }
  return found;
};

const openCopy = async (persona: 'admin' | 'editor') => {
  const onCopied = vi.fn();
  const { user } = await renderInConsole(
    <CopyTemplateModal template={stored('openshift')} onCopied={onCopied} closeOverlay={vi.fn()} />,
    { cluster, persona },
  );
  const dialog = within(await screen.findByRole('dialog', { name: 'Copy to a project' }));
  return { user, onCopied, dialog, copy: dialog.getByRole('button', { name: 'Copy' }) };
};

it('copies a shared template to one of the projects in which the user may create it', async () => {
  const { user, onCopied, dialog, copy } = await openCopy('editor');
  expect(copy).toHaveAttribute('aria-disabled', 'true');
  await user.click(dialog.getByRole('combobox', { name: 'Project' }));
  expect(
    await screen.findByRole('option', { name: /^openshift ?You may not create templates in it\.$/ }),
  ).toBeVisible();
  await user.click(screen.getByRole('option', { name: 'mine' }));
  await user.click(copy);
  await waitFor(() => {
    expect(onCopied).toHaveBeenCalledOnce();
  });
  expect(stored('mine')).toMatchObject({
    metadata: { labels: { 'template.kubevirt.io/type': 'vm' } },
  });
});

it('says that the projects are still read', async () => {
  await faults.add({ path: '/api/v1/namespaces?', fault: { kind: 'hang' } });
  const { user, dialog } = await openCopy('admin');
  await user.click(dialog.getByRole('combobox', { name: 'Project' }));
  expect(await screen.findByRole('option', { name: 'Loading' })).toBeVisible();
});

it('takes the name of a project if they cannot be listed', async () => {
  await faults.add({ path: '/api/v1/namespaces?', fault: { kind: 'answer', code: 403 } });
  const { user, onCopied, dialog, copy } = await openCopy('admin');
  await user.type(await dialog.findByRole('textbox', { name: 'Project' }), 'lab');
  await user.click(copy);
  await waitFor(() => {
    expect(onCopied).toHaveBeenCalledOnce();
  });
  expect(stored('lab')).toBeDefined();
});
