import { screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { registerKubeVirt } from '../../../../dev/cluster/kubevirt';
import { platformObjects } from '../../../../dev/cluster/kubevirt/platform';
import { namespace } from '../../../../dev/scenarios/objects';
import { renderInConsole, startTestCluster } from '../../../testing/renderInConsole';
import TemplatesTab from './TemplatesTab';

describe('where the cluster has base templates only', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster([
      ...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: true, sidecarGate: true }),
      // In which the operator makes its templates.
      namespace('openshift'),
    ]);
  });
  afterAll(async () => cluster.close());

  it('moves the focus to the list that replaces the offer of base templates', async () => {
    const { user } = await renderInConsole(<TemplatesTab namespace={undefined} />, { cluster });
    await user.click(await screen.findByRole('button', { name: 'Show base templates' }));
    await screen.findByRole('link', { name: 'fedora-server-small' });
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: 'Filter by name' })).toHaveFocus();
    });
  });
});

describe('where the cluster has pools only', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster(
      [...platformObjects({ kubeVirtVersion: 'v1.7.0', hco: false, sidecarGate: true })],
      [
        (host, timing) => {
          registerKubeVirt(host, timing, { hco: false });
        },
      ],
    );
  });
  afterAll(async () => cluster.close());

  it('says which kinds it does not have', async () => {
    await renderInConsole(<TemplatesTab namespace={undefined} />, { cluster });
    expect(
      await screen.findByText('This cluster does not have: Template, Virtual machine template.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show base templates' })).not.toBeInTheDocument();
  });
});

describe('where the cluster has no such kinds', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster([], []);
  });
  afterAll(async () => cluster.close());

  it('says so', async () => {
    await renderInConsole(<TemplatesTab namespace={undefined} />, { cluster });
    expect(await screen.findByText('This cluster has no templates and no pools')).toBeVisible();
  });
});
