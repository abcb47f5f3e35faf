import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../dev/cluster/contract';
import { namespace } from '../../../dev/scenarios/objects';
import type { HookCall } from '../../sidecars/tries/hookCall';
import { connectToCluster } from '../../testing/clusterTransport';
import { startKubeVirtCluster } from '../../testing/renderInConsole';
import { TRY_LABEL } from './tryPodManifest';
import { TryFailed } from './tryProblem';
import type { ScriptToTry } from './tryScript';
import { createTrySession, type TryProgress, type TrySession } from './trySession';

let cluster: RunningCluster;
let session: TrySession;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([namespace('team')]);
});
beforeEach(() => {
  connectToCluster(cluster, 'admin');
  session = createTrySession('team');
});
afterEach(async () => {
  session.close();
  await expect.poll(pods).toEqual([]);
  vi.unstubAllGlobals();
});
afterAll(async () => cluster.close());

const pods = (): StoredObject[] => cluster.host.store.list('pods', 'team');
const podNames = (): string[] => pods().map(({ metadata }) => metadata.name);

const SCRIPT: ScriptToTry = {
  script: '#!/bin/sh\necho "$CONTAINER_NAME" >&2\nprintf %s "$4"\n',
  // KubeVirt calls it only once.
  hookPoint: 'preCloudInitIso',
  vmi: '{}',
  input: '<domain>€</domain>',
};

const run = async (
  more: Partial<ScriptToTry> = {},
  signal = new AbortController().signal,
): Promise<{ calls: HookCall[]; steps: TryProgress['step'][] }> => {
  const calls: HookCall[] = [];
  const steps: TryProgress['step'][] = [];
  await session.run(
    { ...SCRIPT, ...more },
    {
      impersonation: [],
      kubevirtVersion: undefined,
      signal,
      onProgress: ({ step }) => {
        steps.push(step);
      },
      onCall: (call) => {
        calls.push(call);
      },
    },
  );
  return { calls, steps };
};

const failure = async (running: Promise<unknown>): Promise<unknown> =>
  running.then(
    () => undefined,
    (error: unknown) => (error instanceof TryFailed ? error.problem : error),
  );

describe('a session', () => {
  it('runs a script in a pod of its own, with the restrictions of the strictest policy', async () => {
    const { calls, steps } = await run();
    expect(calls[0]).toMatchObject({
      call: 1,
      input: SCRIPT.input,
      output: SCRIPT.input,
      stderr: 'hook-sidecar-0\n',
      ending: { kind: 'exited', code: 0 },
      isComplete: true,
    });
    expect(steps[0]).toBe('creating');
    expect(steps.at(-1)).toBe('calling');
    const [pod] = pods();
    expect(pod?.metadata.labels).toMatchObject({ [TRY_LABEL]: 'true' });
    expect(pod?.spec).toMatchObject({
      activeDeadlineSeconds: 900,
      automountServiceAccountToken: false,
      containers: [{ image: expect.stringContaining('sidecar-shim') as string }],
    });
  });

  it('uses the pod again', async () => {
    await run();
    const before = podNames();
    expect((await run()).steps).toEqual(['calling']);
    expect(podNames()).toEqual(before);
  });

  it('sends texts of any length', async () => {
    const input = `<a>${'x€'.repeat(30_000)}</a>`;
    expect((await run({ input })).calls[0]?.output).toBe(input);
  });

  it('makes another pod when its own is gone', async () => {
    await run();
    const before = podNames();
    cluster.host.store.delete('pods', 'team', before[0] ?? '');
    expect((await run()).calls).toHaveLength(1);
    expect(podNames()).not.toEqual(before);
  });

  it('ends a script that the user stops, and keeps the pod', async () => {
    await run();
    const aborter = new AbortController();
    const running = failure(run({ script: '#!/bin/sh\nsleep 300' }, aborter.signal));
    aborter.abort(new Error('stopped'));
    expect(await running).toMatchObject({ message: 'stopped' });
    expect((await run()).steps).toEqual(['calling']);
  });

  it('removes a pod that was created while the page was left', async () => {
    const running = failure(run());
    session.close();
    expect(await running).toMatchObject({ kind: 'podEnded' });
  });

  it('removes pods that earlier pages left behind, but not those of other pages', async () => {
    const other = createTrySession('team');
    await other.run(SCRIPT, {
      impersonation: [],
      kubevirtVersion: undefined,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onCall: () => undefined,
    });
    const [theirs = ''] = podNames();
    const { store } = cluster.host;
    const pod = store.get('pods', 'team', theirs);
    store.create('pods', {
      ...pod,
      metadata: { name: 'left-over', namespace: 'team', labels: { [TRY_LABEL]: 'true' } },
      status: { phase: 'Failed', reason: 'DeadlineExceeded' },
    } as StoredObject);
    await run();
    await expect.poll(podNames).toHaveLength(2);
    expect(podNames()).toContain(theirs);
    other.close();
  });

  it('passes on why the cluster refuses the pod', async () => {
    vi.unstubAllGlobals();
    connectToCluster(cluster, 'viewer');
    const problem = await failure(run());
    expect(problem).toMatchObject({
      kind: 'notCreated',
      error: { message: /cannot create resource "pods"/ },
    });
  });
});
