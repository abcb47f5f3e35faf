import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { namespace, virtualMachine } from '../../../../dev/scenarios/objects';
import type { ReadPlan } from '../../../data/domainXml/readPlan';
import { execInPod } from '../../../k8s/exec/execInPod';
import { getText } from '../../../k8s/read';
import type { Pod } from '../../../sidecars/objects/resources';
import { connectToCluster } from '../../../testing/clusterTransport';
import { renderInConsole, startKubeVirtCluster } from '../../../testing/renderInConsole';
import { untilRunning } from '../../../testing/untilRunning';
import { STALL_MS, useDomainXml } from './useDomainXml';

vi.mock('../../../k8s/exec/execInPod', { spy: true });
vi.mock('../../../k8s/read', { spy: true });

const VM = { namespace: 'lab', name: 'web' };

const WAIT: ReadPlan = { kind: 'wait' };
const STOPPED: ReadPlan = { kind: 'stop', problem: { kind: 'vmStopped', vmStatus: 'Stopped' } };

/** Shows the XML that is read by the first plan, and by the second after the button is pressed. */
const Reader = ({ plans: [first, next = first] }: { plans: [ReadPlan, ReadPlan?] }): ReactElement => {
  const [plan, setPlan] = useState(first);
  const { xml, problem, reading, refresh, readFromLog } = useDomainXml(plan, VM, false);
  return (
    <>
      <button
        onClick={() => {
          setPlan(next);
        }}
      >
        Next
      </button>
      <button onClick={refresh}>Refresh</button>
      <button onClick={readFromLog}>Read the log</button>
      <output>
        {xml?.text ?? problem?.kind ?? 'nothing'}
        {reading === undefined ? '' : ', reading'}
        {reading?.stalled === true ? ', stalled' : ''}
      </output>
    </>
  );
};

describe('domain XML', () => {
  let cluster: RunningCluster;
  let pod: Pod;
  let plan: Extract<ReadPlan, { kind: 'read' }>;

  const shown = (): HTMLElement => screen.getByRole('status');

  beforeAll(async () => {
    cluster = await startKubeVirtCluster([namespace('lab'), virtualMachine('lab', 'web')]);
    await untilRunning(cluster, 'lab', 'web');
    [pod] = cluster.host.store.list('pods', 'lab') as unknown as [Pod];
    plan = { kind: 'read', pod: pod.metadata.name, podUid: pod.metadata.uid ?? '', phase: 'Running' };
  });
  afterAll(async () => cluster.close());
  beforeEach(() => {
    connectToCluster(cluster, 'admin');
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.mocked(execInPod).mockClear();
  });

  it('is read once when the page opens, and again by Refresh', async () => {
    const { user } = await renderInConsole(<Reader plans={[WAIT, plan]} />, { cluster });
    expect(execInPod).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => {
      expect(shown()).toHaveTextContent('<name>lab_web</name>');
    });
    expect(execInPod).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(execInPod).toHaveBeenCalledTimes(2);
  });

  it('is no longer read when the VM stops', async () => {
    vi.mocked(execInPod).mockReturnValueOnce(new Promise(() => undefined));
    const { user } = await renderInConsole(<Reader plans={[plan, STOPPED]} />, { cluster });
    expect(shown()).toHaveTextContent('nothing, reading');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(shown()).toHaveTextContent(/^vmStopped$/);
  });

  it('drops an old problem when the VM stops', async () => {
    const gone: ReadPlan = { ...plan, pod: 'gone', podUid: 'gone' };
    const { user } = await renderInConsole(<Reader plans={[gone, STOPPED]} />, { cluster });
    await waitFor(() => {
      expect(shown()).toHaveTextContent(/^podGone$/);
    });
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(shown()).toHaveTextContent(/^vmStopped$/);
  });

  it('is awaited while libvirt has none yet', async () => {
    const status = { kind: 'exited', exitCode: 1, message: '' } as const;
    const output = { stdout: '', stderr: "error: failed to get domain 'lab_web'", cut: false, durationMs: 1 };
    vi.mocked(execInPod).mockResolvedValueOnce({ kind: 'finished', status, ...output });
    await renderInConsole(<Reader plans={[{ ...plan, phase: 'Scheduled' }]} />, { cluster });
    await waitFor(() => {
      expect(shown()).toHaveTextContent(/^notDefinedYet$/);
    });
  });

  it('stays visible while it is read again', async () => {
    const { user } = await renderInConsole(<Reader plans={[plan]} />, { cluster });
    await waitFor(() => {
      expect(shown()).toHaveTextContent('<name>lab_web</name>');
    });
    vi.mocked(execInPod).mockReturnValueOnce(new Promise(() => undefined));
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(shown()).toHaveTextContent('<name>lab_web</name>');
  });

  it('from a slow log is awaited as long as data arrives', async () => {
    vi.mocked(execInPod).mockReturnValueOnce(new Promise(() => undefined));
    let log: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        log = controller;
      },
    });
    await renderInConsole(<Reader plans={[plan]} />, { cluster });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.mocked(getText).mockResolvedValueOnce(new Response(body));
    fireEvent.click(screen.getByRole('button', { name: 'Read the log' }));
    const pass = async (ms: number): Promise<void> => {
      await act(async () => vi.advanceTimersByTimeAsync(ms));
    };
    for (const part of ['a line\n', 'the beginning of', ' a long one']) {
      await pass(STALL_MS - 1);
      log?.enqueue(new TextEncoder().encode(part));
      await pass(0);
      expect(shown()).toHaveTextContent(/^nothing, reading$/);
    }
    await pass(STALL_MS);
    expect(shown()).toHaveTextContent(/^nothing, reading, stalled$/);
    log?.enqueue(new TextEncoder().encode(' with an end\n'));
    await pass(0);
    expect(shown()).toHaveTextContent(/^nothing, reading$/);
  });
});
