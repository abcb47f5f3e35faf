import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import { scenarioObjects, scenarios } from '../../dev/scenarios';
import { startTestCluster } from './renderInConsole';

/**
 * An embedded cluster with the scenario in which the gate goes while a VM runs, once it has: a page asks for it at once,
 * and then not for a while. Close it in `afterAll`.
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
