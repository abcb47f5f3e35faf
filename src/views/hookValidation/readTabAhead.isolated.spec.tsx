import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Persona, RunningCluster } from '../../../dev/cluster/contract';
import type { FaultClient } from '../../../dev/cluster/faults/faultClient';
import { namespace, virtualMachine } from '../../../dev/scenarios/objects';
import { askAccess } from '../../k8s/askAccess';
import { execInPod } from '../../k8s/exec/execInPod';
import { takeAhead, xmlAhead } from '../../data/domainXml/xmlAhead';
import { isNobodyImpersonated } from '../../k8s/isNobodyImpersonated';
import { PodModel } from '../../k8s/models';
import type { Pod } from '../../sidecars/objects/resources';
import { faultsOf } from '../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { untilRunning } from '../../testing/untilRunning';
import { untilTimePasses } from '../../testing/untilTimePasses';
import { viewAs } from '../../testing/viewAs';
import { readTabAhead } from './readTabAhead';

vi.mock('../../k8s/exec/execInPod', { spy: true });

const pathOf = (name: string): string => `/k8s/ns/lab/kubevirt.io~v1~VirtualMachine/${name}/hook-validation`;
const WEB = { namespace: 'lab', name: 'web' };

describe('pressing a link to the tab on a page of the console', () => {
  let cluster: RunningCluster;
  let faults: FaultClient;

  beforeAll(async () => {
    cluster = await startKubeVirtCluster([
      namespace('lab'),
      virtualMachine('lab', 'web'),
      virtualMachine('lab', 'off', { runStrategy: 'Halted' }),
    ]);
    faults = faultsOf(cluster);
    await untilRunning(cluster, 'lab', 'web');
  });
  afterAll(async () => cluster.close());
  afterEach(async () => {
    // What was read ahead is forgotten, and what nobody has taken is given up.
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.mocked(execInPod).mockClear();
    await faults.clear();
  });

  const showPage = async (persona?: Persona['id']): Promise<void> => {
    await renderInConsole(<p>Details</p>, { cluster, ...(persona === undefined ? {} : { persona }) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  };

  it('reads the domain XML', async () => {
    await showPage();
    await readTabAhead(pathOf('web'));
    await untilTimePasses(
      () => {
        expect(xmlAhead(WEB, [])?.text).toContain('<name>lab_web</name>');
      },
      { stepMs: 0 },
    );
    const [pod] = cluster.host.store.list('pods', 'lab') as unknown as [Pod];
    const target = {
      namespace: 'lab',
      vmName: 'web',
      pod: pod.metadata.name,
      podUid: pod.metadata.uid ?? '',
    };
    expect(takeAhead({ target, phase: 'Running', impersonation: [] })).toBeDefined();
  });

  it('runs nothing in a pod while another user is impersonated', async () => {
    await showPage();
    viewAs({ name: 'somebody', groups: ['system:masters'] });
    await readTabAhead(pathOf('web'));
    expect(execInPod).not.toHaveBeenCalled();
    // It is not for want of rights.
    expect(await askAccess({ verb: 'create', model: PodModel, namespace: 'lab' })).toBe(true);
  });

  it('takes who is impersonated under the own name, with other groups, for another', async () => {
    await showPage();
    expect(await isNobodyImpersonated()).toBe(true);
    viewAs({ name: cluster.personas.find(({ id }) => id === 'admin')?.name ?? '', groups: ['testers'] });
    expect(await isNobodyImpersonated()).toBe(false);
  });

  it('runs nothing in a pod where the cluster does not say who asks', async () => {
    await faults.add({ verb: 'create', path: '/selfsubjectreviews', fault: { kind: 'answer', code: 404 } });
    await showPage();
    await readTabAhead(pathOf('web'));
    expect(execInPod).not.toHaveBeenCalled();
  });

  it('runs nothing where the VM is stopped', async () => {
    await showPage();
    await readTabAhead(pathOf('off'));
    expect(execInPod).not.toHaveBeenCalled();
  });

  it('runs nothing where its user may not run commands', async () => {
    await showPage('viewer');
    await readTabAhead(pathOf('web'));
    expect(execInPod).not.toHaveBeenCalled();
  });
});

it('reads nothing ahead for a path of no VM', async () => {
  await readTabAhead('/k8s/ns/lab/sidecar-hooks');
  expect(execInPod).not.toHaveBeenCalled();
});
