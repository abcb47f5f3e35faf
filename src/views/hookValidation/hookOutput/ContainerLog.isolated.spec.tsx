import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { getText } from '../../../k8s/read';
import { renderInConsole, startTestCluster } from '../../../testing/renderInConsole';
import { ContainerLog } from './ContainerLog';

vi.mock('../../../k8s/read', { spy: true });

let cluster: RunningCluster;

beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => cluster.close());

it('shows a script’s output unchanged, also as written', async () => {
  const said = ['userData: |', '  geheim'];
  const log = said.map((msg) => `2026-01-02T03:04:05Z ${JSON.stringify({ level: 'info', msg })}\n`);
  vi.mocked(getText).mockResolvedValueOnce(new Response(log.join('')));
  const container = { name: 'hook-sidecar-0', sidecar: undefined, status: undefined };
  const { user } = await renderInConsole(
    <ContainerLog namespace="lab" pod="virt-launcher-web" container={container} />,
    { cluster },
  );
  const shown = await screen.findByRole('region', { name: 'Log of hook-sidecar-0' });
  expect(shown).toHaveTextContent('geheim');
  await user.click(screen.getByRole('switch', { name: 'As written' }));
  expect(shown).toHaveTextContent('"msg":" geheim"');
});
