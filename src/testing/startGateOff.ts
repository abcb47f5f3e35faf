import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import { scenarioObjects, scenarios } from '../../dev/scenarios';
import { startTestCluster } from './renderInConsole';

/**
 * An embedded cluster whose gate is already off while a VM runs. It waits for that, because a page reads the gate at once and
 * then only after a while. Close it in `afterAll`.
 */
export const startGateOff = async (): Promise<RunningCluster> => {
  const scenario = scenarios['gate-off'];
  const cluster = await startTestCluster(scenario === undefined ? [] : scenarioObjects(scenario));
  scenario?.play?.(cluster.host);
  await waitFor(() => {
    expect(JSON.stringify(cluster.host.store.list('kubevirts')[0]?.spec)).not.toContain('"Sidecar"');
  });
  return cluster;
};
