import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { firmwareUuid as uuidOfEmbedded } from '../../../dev/cluster/kubevirt/domain/convertInstance';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine, VirtualMachineInstance } from '../../sidecars/objects/resources';
import { INITIAL_TRIAL, reduceTrial, type TrialState } from '../../sidecars/trialStart/trialState';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import { connectToCluster } from '../../testing/clusterTransport';
import { startKubeVirtCluster } from '../../testing/renderInConsole';
import { firmwareUuid } from './firmwareUuid';
import { prepareTrial, type TrialRequest } from './prepareTrial';
import { runTrial } from './runTrial';
import type { TrialObjects } from './trialObjects';

const GOOD = `#!/bin/sh\nprintf '%s' "$4" | sed 's|</domain>|<description>trial</description></domain>|'\n`;

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('lab'),
    hookScript('lab', 'good', GOOD),
    hookScript('lab', 'bad', '#!/bin/sh\necho no such key >&2\nexit 3\n'),
    hookScript('lab', 'text', '#!/bin/sh\necho hello\n'),
    hookScript('lab', 'second', `#!/bin/sh\necho "$4" | grep -q '<address' && exit 4\nprintf '%s' "$4"\n`),
    ...['second', 'good', 'bad', 'text', 'missing'].map((name) =>
      virtualMachine('lab', name, { runStrategy: 'Halted', sidecars: [onDefineDomain(name)] }),
    ),
  ]);
});
afterAll(async () => cluster.close());
afterEach(() => {
  vi.unstubAllGlobals();
});

const vmNamed = (name: string): VirtualMachine =>
  cluster.host.store.get('virtualmachines', 'lab', name) as unknown as VirtualMachine;

const planOf = async (request: TrialRequest): Promise<TrialPlan> => {
  const { planned } = await prepareTrial(request);
  if (planned.kind === 'refused') {
    throw new Error(planned.reason);
  }
  return planned.plan;
};

interface Ran {
  state: TrialState;
  created: TrialObjects;
}

const run = async (
  plan: TrialPlan,
  { cancelWhen }: { cancelWhen?: (state: TrialState) => boolean } = {},
): Promise<Ran> => {
  const abort = new AbortController();
  const created: TrialObjects = {};
  let state = INITIAL_TRIAL;
  await runTrial(plan, {
    signal: abort.signal,
    impersonation: [],
    created,
    onEvidence: () => undefined,
    onEvent: (event) => {
      state = reduceTrial(state, event);
      if (cancelWhen?.(state) === true) {
        abort.abort();
      }
    },
  });
  return { state, created };
};

/** Names of all objects of trials that are left. */
const left = (): string[] =>
  ['configmaps', 'virtualmachineinstances', 'pods'].flatMap((plural) =>
    cluster.host.store
      .list(plural, 'lab')
      .map(({ metadata }) => metadata.name)
      .filter((name) => name.includes('sidecar-trial-')),
  );

const expectNothingLeft = async (): Promise<void> => {
  await expect.poll(left).toEqual([]);
};

describe('a trial start', () => {
  it('shows each call of a good script, and what libvirt made of its result', async () => {
    connectToCluster(cluster, 'editor');
    const { state } = await run(await planOf({ vm: vmNamed('good') }));
    expect(state).toMatchObject({ failure: undefined, step: undefined, leftBehind: undefined });
    const calls = state.seen?.calls[0] ?? [];
    expect(calls.map(({ call, isComplete, ending }) => [call, isComplete, ending])).toEqual([
      [1, true, { kind: 'exited', code: 0 }],
      [2, true, { kind: 'exited', code: 0 }],
    ]);
    for (const { input, output } of calls) {
      expect(output).toBe(input.replace('</domain>', '<description>trial</description></domain>'));
    }
    expect(state.seen?.defined.at(-1)).toContain('<description>trial</description>');
    expect(state.liveXml).toContain('<description>trial</description>');
    await expectNothingLeft();
  });

  it('ends when the second call fails, although a domain is defined then', async () => {
    connectToCluster(cluster, 'editor');
    const { state } = await run(await planOf({ vm: vmNamed('second') }));
    expect(state).toMatchObject({
      failure: { kind: 'hookFailed', hook: 0, call: 2 },
      failedStep: 'calls',
      step: undefined,
    });
    expect(state.seen?.calls[0]?.map(({ ending }) => ending)).toEqual([
      { kind: 'exited', code: 0 },
      { kind: 'exited', code: 4 },
    ]);
    await expectNothingLeft();
  });

  it('ends at the first call that fails', async () => {
    connectToCluster(cluster, 'editor');
    const { state } = await run(await planOf({ vm: vmNamed('bad') }));
    expect(state).toMatchObject({
      step: undefined,
      failedStep: 'calls',
      failure: { kind: 'hookFailed', hook: 0, call: 1 },
      leftBehind: undefined,
    });
    expect(state.seen?.calls[0]?.[0]).toMatchObject({
      stderr: 'no such key\n',
      ending: { kind: 'exited', code: 3 },
      input: expect.stringContaining('<domain') as string,
      isComplete: true,
    });
    await expectNothingLeft();
  });

  it('tells what KubeVirt says of an output that is no XML', async () => {
    connectToCluster(cluster, 'editor');
    const { state } = await run(await planOf({ vm: vmNamed('text') }));
    expect(state.failure).toEqual({ kind: 'syncFailed', message: expect.stringContaining('EOF') as string });
    expect(state.seen?.calls[0]?.[0]).toMatchObject({
      output: 'hello\n',
      ending: { kind: 'exited', code: 0 },
    });
    await expectNothingLeft();
  });

  it('tells that a ConfigMap is missing', async () => {
    connectToCluster(cluster, 'editor');
    const { state } = await run(await planOf({ vm: vmNamed('missing') }));
    expect(state.failure).toEqual({
      kind: 'syncFailed',
      message: expect.stringContaining('configmaps "missing" not found') as string,
    });
    await expectNothingLeft();
  });

  it('runs a script that is not saved yet', async () => {
    connectToCluster(cluster, 'editor');
    const texts = [{ configMap: 'missing', key: 'script.sh', text: '#!/bin/sh\nexit 9\n' }];
    const { state } = await run(await planOf({ vm: vmNamed('missing'), texts }));
    expect(state.seen?.calls[0]?.[0]?.ending).toEqual({ kind: 'exited', code: 9 });
    await expectNothingLeft();
  });

  it('leaves nothing when it is cancelled in the middle', async () => {
    connectToCluster(cluster, 'editor');
    const { state, created } = await run(await planOf({ vm: vmNamed('good') }), {
      cancelWhen: ({ seen }) => seen !== undefined,
    });
    expect(created.owner).toBeDefined();
    expect(state).toMatchObject({ failure: { kind: 'cancelled' }, step: undefined });
    await expectNothingLeft();
  });

  it('creates nothing if the cluster would refuse one of the objects', async () => {
    connectToCluster(cluster, 'viewer');
    const { state, created } = await run(await planOf({ vm: vmNamed('good') }));
    expect(state).toMatchObject({ failure: { kind: 'refused' }, failedStep: 'validate', step: undefined });
    expect(created).toEqual({});
    expect(left()).toEqual([]);
  });
});

it.each<['viewer' | 'editor', string[]]>([
  [
    'viewer',
    [
      'create configmaps',
      'delete configmaps',
      'create virtualmachineinstances',
      'delete virtualmachineinstances',
    ],
  ],
  ['editor', []],
])('knows which rights a %s lacks', async (persona, rights) => {
  connectToCluster(cluster, persona);
  expect((await prepareTrial({ vm: vmNamed('good') })).missing).toEqual(rights);
});

it('gives the copy the firmware UUID that KubeVirt gives the VM', async () => {
  const instance = { metadata: { name: 'web' }, spec: { domain: {} } } as VirtualMachineInstance;
  expect(await firmwareUuid('web')).toBe(uuidOfEmbedded(instance));
});
