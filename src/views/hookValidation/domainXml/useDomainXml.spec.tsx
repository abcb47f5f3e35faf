import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { platformObjects } from '../../../../dev/cluster/kubevirt/platform';
import { namespace, virtualMachine } from '../../../../dev/scenarios/objects';
import type { ReadPlan } from '../../../k8s/domainXml/readPlan';
import { readAhead, takeAhead, xmlAhead } from '../../../k8s/domainXml/xmlAhead';
import { execInPod } from '../../../k8s/exec/execInPod';
import type { Pod, VirtualMachine, VirtualMachineInstance } from '../../../sidecars/resources';
import { connectToCluster } from '../../../testing/clusterTransport';
import { renderInConsole, startTestCluster } from '../../../testing/renderInConsole';
import { useDomainXml } from './useDomainXml';

vi.mock('../../../k8s/exec/execInPod', { spy: true });

const VM = { namespace: 'lab', name: 'web' };

/** Shows what is read by a plan that is known once the button is pressed. */
const Reader = ({ plan, isKnown }: { plan: ReadPlan; isKnown: boolean }): ReactElement => {
  const [known, setKnown] = useState(isKnown);
  const { xml, problem, refresh } = useDomainXml(known ? plan : { kind: 'wait' }, VM, false);
  return (
    <>
      <button
        onClick={() => {
          setKnown(true);
        }}
      >
        Know
      </button>
      <button onClick={refresh}>Refresh</button>
      <output>{xml?.text ?? problem?.kind ?? 'nothing'}</output>
    </>
  );
};

describe('domain XML that was read ahead', () => {
  let cluster: RunningCluster;
  let instance: VirtualMachineInstance;
  let pod: Pod;
  let plan: Extract<ReadPlan, { kind: 'read' }>;

  const press = (): boolean =>
    readAhead({
      vm: cluster.host.store.get('virtualmachines', 'lab', 'web') as unknown as VirtualMachine,
      vmi: { status: 'loaded', data: instance },
      launcher: { status: 'loaded', data: { kind: 'found', pod } },
      newestPod: pod,
      mayExec: 'allowed',
      impersonation: [],
    });
  const shown = (): HTMLElement => screen.getByRole('status');

  beforeAll(async () => {
    cluster = await startTestCluster([
      ...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: true, sidecarGate: true }),
      namespace('lab'),
      virtualMachine('lab', 'web'),
    ]);
    await waitFor(() => {
      instance = cluster.host.store.get(
        'virtualmachineinstances',
        'lab',
        'web',
      ) as unknown as VirtualMachineInstance;
      expect(instance.status?.phase).toBe('Running');
    });
    [pod] = cluster.host.store.list('pods', 'lab') as unknown as [Pod];
    plan = { kind: 'read', pod: pod.metadata.name, podUid: pod.metadata.uid ?? '', phase: 'Running' };
  });
  afterAll(async () => cluster.close());
  beforeEach(() => {
    connectToCluster(cluster, 'admin');
  });
  afterEach(async () => {
    vi.useRealTimers();
    // What no page has taken.
    const { pod: name, podUid, phase } = plan;
    const target = { namespace: 'lab', vmName: 'web', pod: name, podUid };
    const take = takeAhead({ target, phase, impersonation: [] });
    await take?.(new AbortController().signal, () => undefined);
    vi.mocked(execInPod).mockClear();
  });

  it('stands in the first picture, before it is known what can be read, and is read once', async () => {
    expect(press()).toBe(true);
    await vi.waitFor(() => {
      expect(xmlAhead(VM, [])).toBeDefined();
    });
    const { user } = await renderInConsole(<Reader plan={plan} isKnown={false} />, { cluster });
    expect(shown()).toHaveTextContent('<name>lab_web</name>');
    await user.click(screen.getByRole('button', { name: 'Know' }));
    expect(shown()).toHaveTextContent('<name>lab_web</name>');
    expect(execInPod).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(execInPod).toHaveBeenCalledTimes(2);
  });

  it('is waited for, not read a second time, when the page is there first', async () => {
    press();
    await renderInConsole(<Reader plan={plan} isKnown />, { cluster });
    await waitFor(() => {
      expect(shown()).toHaveTextContent('<name>lab_web</name>');
    });
    expect(execInPod).toHaveBeenCalledOnce();
  });

  it('is read once however often the link is pressed', () => {
    press();
    press();
    expect(execInPod).toHaveBeenCalledOnce();
  });

  it.each<[string, Partial<typeof plan>]>([
    ['pod', { podUid: 'another' }],
    ['phase', { phase: 'Scheduled' }],
  ])('is not that of another %s', async (_what, other) => {
    press();
    await renderInConsole(<Reader plan={{ ...plan, ...other }} isKnown />, { cluster });
    expect(execInPod).toHaveBeenCalledTimes(2);
  });

  it('is not that of another VM, nor of another user', async () => {
    press();
    await vi.waitFor(() => {
      expect(xmlAhead(VM, [])).toBeDefined();
    });
    expect(xmlAhead({ ...VM, name: 'other' }, [])).toBeUndefined();
    expect(xmlAhead(VM, ['Impersonate-User.YQ'])).toBeUndefined();
  });

  it('goes when the VM turns out to be stopped', async () => {
    press();
    await vi.waitFor(() => {
      expect(xmlAhead(VM, [])).toBeDefined();
    });
    const stopped: ReadPlan = { kind: 'stop', problem: { kind: 'vmStopped', vmStatus: 'Stopped' } };
    const { user } = await renderInConsole(<Reader plan={stopped} isKnown={false} />, { cluster });
    expect(shown()).toHaveTextContent('<name>lab_web</name>');
    await user.click(screen.getByRole('button', { name: 'Know' }));
    expect(shown()).toHaveTextContent('vmStopped');
  });

  it('is forgotten when the press opened nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    press();
    const read = vi.mocked(execInPod).mock.results[0]?.value as Promise<unknown>;
    await read;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(xmlAhead(VM, [])).toBeUndefined();
  });

  it('waits for what is not known yet, and reads nothing where nothing can be read', () => {
    const known = { vm: { metadata: VM } as VirtualMachine, newestPod: pod, impersonation: [] };
    const launcher = { status: 'loaded', data: { kind: 'found', pod } } as const;
    const vmi = { status: 'loaded', data: instance } as const;
    expect(readAhead({ ...known, vmi: { status: 'loading' }, launcher, mayExec: 'allowed' })).toBe(false);
    expect(readAhead({ ...known, vmi, launcher, mayExec: 'asking' })).toBe(false);
    expect(readAhead({ ...known, vmi, launcher, mayExec: 'denied' })).toBe(true);
    expect(execInPod).not.toHaveBeenCalled();
  });
});
