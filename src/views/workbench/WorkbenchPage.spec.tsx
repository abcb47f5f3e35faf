import { screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { faultsOf } from '../../testing/faultsOf';
import {
  openNewScript,
  openSavedScript,
  enabledButton as save,
  type OpenOptions,
} from '../../testing/openWorkbench';
import { startKubeVirtCluster, type InConsole } from '../../testing/renderInConsole';
import type { ScriptDraft } from '../../sidecars/plans/script/scriptDraft';

const TEXT = '#!/bin/sh\nprintf \'%s\' "$4"\n';

let cluster: RunningCluster;
beforeAll(async () => {
  const binary = hookScript('team', 'binary', TEXT);
  cluster = await startKubeVirtCluster([
    namespace('team'),
    namespace('closed'),
    ...['used', 'contested', 'gone', 'left', 'running'].map((name) => hookScript('team', name, TEXT)),
    { ...hookScript('team', 'fixed', TEXT), immutable: true },
    { ...binary, data: {}, binaryData: { 'script.sh': 'IyEvYmluL3No/w==' } },
    virtualMachine('team', 'user', { runStrategy: 'Halted', sidecars: [onDefineDomain('used')] }),
    virtualMachine('team', 'runner', { runStrategy: 'Always', sidecars: [onDefineDomain('running')] }),
    virtualMachine('team', 'other', { runStrategy: 'Halted', sidecars: [onDefineDomain('contested')] }),
    {
      apiVersion: 'template.openshift.io/v1',
      kind: 'Template',
      metadata: { name: 'desktop', namespace: 'team' },
      objects: [virtualMachine('team', '${NAME}', { sidecars: [onDefineDomain('used')] })],
    },
  ]);
});
afterEach(() => {
  sessionStorage.clear();
});
afterAll(async () => cluster.close());

const openNew = async (query = '?from=example'): Promise<InConsole> => openNewScript(cluster, query);
const openScript = async (name: string, more?: OpenOptions): Promise<InConsole> =>
  openSavedScript(cluster, name, more);

const stored = (name: string): StoredObject | undefined => cluster.host.store.get('configmaps', 'team', name);

/** What the page stores when somebody types, which jsdom cannot do in the editor. */
const keepDraft = (name: string, text: string, base = TEXT): void => {
  const { uid } = stored(name)?.metadata ?? {};
  const draft: ScriptDraft = {
    values: { name, key: 'script.sh', hookPoint: 'onDefineDomain', language: 'sh', text },
    base: { uid, text: base, hookPoint: 'onDefineDomain' },
  };
  sessionStorage.setItem(`kubevirt-sidecar-plugin/draft//team/${name}/script.sh`, JSON.stringify(draft));
};

const changeText = (name: string, text: string): void => {
  const { store } = cluster.host;
  store.update('configmaps', { ...stored(name), data: { 'script.sh': text } } as StoredObject);
};

// First, because lists that have been read stay cached.
it('does not say that nothing uses a script where something could not be read', async () => {
  const fault = { kind: 'answer', code: 403, message: 'no' } as const;
  await faultsOf(cluster).add({ path: '/virtualmachinepools', fault });
  onTestFinished(async () => faultsOf(cluster).clear());
  const { user } = await openScript('left');
  await user.click(await screen.findByRole('tab', { name: 'Used by' }));
  expect(await screen.findByText('Nothing that could be read uses this script.')).toBeVisible();
  expect(screen.getByText('VM pools could not be read.')).toBeVisible();
});

it('creates a script, and says before what is missing', async () => {
  const { user } = await openNew();
  const button = await screen.findByRole('button', { name: 'Save' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  const name = screen.getByRole('textbox', { name: 'Name' });
  await user.type(name, 'used');
  expect(await screen.findByText('A ConfigMap of this name exists already. Use another name.')).toBeVisible();
  await user.clear(name);
  await user.type(name, 'fresh');
  await user.click(await screen.findByRole('button', { name: 'Exact command' }));
  expect(await screen.findByText(/^kubectl create -f - .* name: fresh /)).toBeVisible();
  await user.click(await save());
  await waitFor(() => {
    expect(stored('fresh')?.data).toHaveProperty('script.sh');
  });
  expect(sessionStorage).toHaveLength(0);
});

it('takes what a sidecar expects of a new script from the address', async () => {
  await openNew('?name=lost&key=run.py&hookPoint=preCloudInitIso');
  expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('lost');
  expect(screen.getByRole('textbox', { name: 'Key' })).toHaveValue('run.py');
  expect(screen.getByRole('radio', { name: 'preCloudInitIso' })).toBeChecked();
});

it('restores a draft after a reload, until it is discarded', async () => {
  const { user, unmount } = await openNew();
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'unsaved');
  unmount();
  await openNew();
  expect(await screen.findByText('Your unsaved draft was restored')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('unsaved');
  await user.click(screen.getByRole('button', { name: 'Discard the draft' }));
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('');
  expect(sessionStorage).toHaveLength(0);
});

it('says that the saved script changed since the draft, and shows the change before it is replaced', async () => {
  keepDraft('contested', '#!/bin/sh\n# mine\n');
  changeText('contested', '#!/bin/sh\n# theirs\n');
  const { user } = await openScript('contested');
  expect(await screen.findByText('Somebody else has changed this script since you began')).toBeVisible();
  await user.click(await save());
  expect(await screen.findByText('Changed meanwhile: hook script contested')).toBeVisible();
  expect(await screen.findByText(/# theirs/)).toBeVisible();
  expect(stored('contested')?.data).toEqual({ 'script.sh': '#!/bin/sh\n# theirs\n' });
  await user.click(await save('Save my text instead'));
  await waitFor(() => {
    expect(stored('contested')?.data).toEqual({ 'script.sh': '#!/bin/sh\n# mine\n' });
  });
  expect(screen.queryByText('Changed meanwhile: hook script contested')).not.toBeInTheDocument();
  expect(await screen.findByRole('button', { name: 'Revert' })).toHaveAttribute('aria-disabled', 'true');
});

it('saves the hook point of a script, and follows the cluster without a draft', async () => {
  const { user } = await openScript('left');
  await user.click(await screen.findByRole('radio', { name: 'preCloudInitIso' }));
  await user.click(screen.getByRole('button', { name: 'Revert' }));
  expect(screen.getByRole('radio', { name: 'onDefineDomain' })).toBeChecked();
  expect(screen.queryByRole('button', { name: 'Exact patch and commands' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'preCloudInitIso' }));
  await user.click(await screen.findByRole('button', { name: 'Exact patch and commands' }));
  expect(screen.getByText(/^kubectl patch configmap left -n team --type=json/)).toBeVisible();
  await user.click(await save());
  expect(await screen.findByText('left is saved.')).toBeVisible();
  await waitFor(() => {
    expect(Object.values(stored('left')?.metadata.annotations ?? {})).toContain('preCloudInitIso');
  });
  const { metadata } = stored('left') ?? {};
  cluster.host.store.update('configmaps', {
    ...stored('left'),
    metadata: { ...metadata, annotations: {} },
  } as StoredObject);
  await waitFor(() => {
    expect(screen.getByRole('radio', { name: 'onDefineDomain' })).toBeChecked();
  });
});

it('shows unsaved text of a script that was deleted', async () => {
  keepDraft('gone', '#!/bin/sh\n# precious\n');
  cluster.host.store.delete('configmaps', 'team', 'gone');
  await openScript('gone');
  expect(await screen.findByText('There is no ConfigMap gone in namespace team')).toBeVisible();
  expect(screen.getByText(/# precious/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Create hook script' })).toHaveAttribute(
    'href',
    '/k8s/ns/team/sidecar-hooks/scripts/~new?name=gone&key=script.sh',
  );
});

it('says that the script may not be read', async () => {
  onTestFinished(async () => faultsOf(cluster).clear());
  await faultsOf(cluster).add({ path: '/configmaps', fault: { kind: 'answer', code: 403, message: 'no' } });
  await openScript('scripts', { where: 'closed' });
  expect(await screen.findByText('You may not read ConfigMap scripts')).toBeVisible();
});

it.each([
  ['fixed', 'This ConfigMap is immutable'],
  ['binary', 'This script is stored as binary data'],
])('does not let ConfigMap %s be changed', async (name, text) => {
  await openScript(name);
  expect(await screen.findByText(text)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
});

it('says to a viewer why the script cannot be saved', async () => {
  const { user } = await openScript('used', { persona: 'viewer' });
  const button = await screen.findByRole('button', { name: 'Save' });
  await user.hover(button);
  const reason = await screen.findByText('You may not change ConfigMaps in this namespace.');
  // It fades in.
  await waitFor(() => {
    expect(reason).toBeVisible();
  });
});

it('names the VMs that keep the old script after saving', async () => {
  keepDraft('running', '#!/bin/sh\n# mine\n');
  const { user } = await openScript('running');
  await user.click(await save());
  expect(
    await screen.findByText('running is saved. Running VMs keep the old script until they are restarted.'),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Restart runner' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'runner' })).toBeVisible();
});

it('lists the VMs and templates that use the script, and no other', async () => {
  const { user } = await openScript('used');
  await user.click(await screen.findByRole('tab', { name: 'Used by' }));
  expect(await screen.findByRole('link', { name: 'user' })).toHaveAttribute(
    'href',
    '/k8s/ns/team/kubevirt.io~v1~VirtualMachine/user/sidecar-hooks',
  );
  expect(screen.queryByRole('link', { name: 'other' })).not.toBeInTheDocument();
  // A template has no state, and no copy of it can be tried.
  expect(await screen.findByRole('link', { name: 'desktop (template)' })).toHaveAttribute(
    'href',
    '/k8s/ns/team/templates/desktop/sidecar-hooks',
  );
  expect(screen.getAllByRole('button', { name: /^Try on a copy of/ })).toHaveLength(1);
});

it('asks before unsaved text is left by a link', async () => {
  const { user } = await openNew();
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'unsaved');
  const link = screen.getByRole('link', { name: 'Hook scripts' });
  await user.click(link);
  await user.click(await screen.findByRole('button', { name: 'Keep editing' }));
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('unsaved');
  await user.click(link);
  await user.click(await screen.findByRole('button', { name: 'Discard and leave' }));
  await waitFor(() => {
    expect(screen.queryByRole('textbox', { name: 'Name' })).not.toBeInTheDocument();
  });
  expect(sessionStorage).toHaveLength(0);
});

it('keeps what a try shows, and its pod, while another tab is open', async () => {
  const { user } = await openScript('used');
  await user.click(await screen.findByRole('tab', { name: 'Try it' }));
  await user.click(await screen.findByRole('button', { name: 'Try it' }));
  // The VM that uses the script may have a pod too.
  const pods = (): string[] =>
    cluster.host.store
      .list('pods', 'team')
      .map(({ metadata }) => metadata.name)
      .filter((name) => name.startsWith('try-hook-script-'));
  await expect.poll(pods).toHaveLength(1);
  await user.click(screen.getByRole('tab', { name: 'Used by' }));
  expect(screen.getByText('Input')).not.toBeVisible();
  expect(pods()).toHaveLength(1);
});
