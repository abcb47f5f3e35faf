import { waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Behaviour } from '../../dev/cluster';
import type { RunningCluster } from '../../dev/cluster/contract';
import { namespace } from '../../dev/scenarios/objects';
import type { Loadable } from '../loadable';
import { customType } from '../testing/customType';
import { faultsOf } from '../testing/faultsOf';
import { renderInConsole, startTestCluster } from '../testing/renderInConsole';
import { useVisibleNamespaces } from './useVisibleNamespaces';

const serveProjects: Behaviour = (host) => {
  host.registerTypes([{ ...customType('project.openshift.io', 'v1', 'Project'), namespaced: false }]);
};

let cluster: RunningCluster;
afterEach(async () => {
  // The next test sets its faults at its own cluster.
  vi.unstubAllGlobals();
  await cluster.close();
});

/** Uses the hook in a component. */
const start = async (): Promise<Loadable<string[]>[]> => {
  const seen: Loadable<string[]>[] = [];
  const Probe = (): null => {
    seen.push(useVisibleNamespaces());
    return null;
  };
  await renderInConsole(<Probe />, { cluster });
  return seen;
};

it('lists namespaces on a cluster without projects', async () => {
  cluster = await startTestCluster([namespace('team-b'), namespace('team-a')], []);
  const seen = await start();
  await waitFor(() => {
    const last = seen.at(-1);
    expect(last?.status === 'loaded' && last.data.filter((name) => name.startsWith('team'))).toEqual([
      'team-a',
      'team-b',
    ]);
  });
});

it("lists the user's projects on OpenShift, where users may not list namespaces", async () => {
  cluster = await startTestCluster([namespace('other')], [serveProjects]);
  const project = { apiVersion: 'project.openshift.io/v1', kind: 'Project', metadata: { name: 'mine' } };
  cluster.host.store.create('projects', project);
  await faultsOf(cluster).add({ path: '/api/v1/namespaces?', fault: { kind: 'answer', code: 403 } });
  const seen = await start();
  await waitFor(() => {
    expect(seen.at(-1)).toMatchObject({ status: 'loaded', data: ['mine'] });
  });
});

it.each(['/api/v1/namespaces?', '/apis'])('fails if %s may not be read', async (path) => {
  cluster = await startTestCluster([], []);
  await faultsOf(cluster).add({ path, fault: { kind: 'answer', code: 403 } });
  const seen = await start();
  await waitFor(() => {
    expect(seen.at(-1)?.status).toBe('failed');
  });
});
