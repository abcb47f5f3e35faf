import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { namespace } from '../../../dev/scenarios/objects';
import type { HookCall } from '../../sidecars/tries/hookCall';
import { verdictOf } from '../../sidecars/tries/verdictOf';
import { connectToCluster } from '../../testing/clusterTransport';
import { startKubeVirtCluster } from '../../testing/renderInConsole';
import { sampleInput } from '../tryInputs/sampleInput';
import { createTrySession, type TrySession } from './trySession';
import type { ScriptToTry } from './tryScript';

const VERSION = 'v1.8.4';

let cluster: RunningCluster;
let session: TrySession;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([namespace('team')]);
  connectToCluster(cluster, 'admin');
  session = createTrySession('team');
});
afterAll(async () => {
  session.close();
  await vi.waitFor(() => {
    expect(cluster.host.store.list('pods', 'team')).toEqual([]);
  });
  vi.unstubAllGlobals();
  await cluster.close();
});

const run = async (
  script: string,
  more: Partial<ScriptToTry & { kubevirtVersion: string }> = {},
): Promise<HookCall[]> => {
  const { kubevirtVersion = VERSION, ...rest } = more;
  const hookPoint = rest.hookPoint ?? 'onDefineDomain';
  const calls: HookCall[] = [];
  await session.run(
    { script, hookPoint, ...sampleInput(hookPoint), ...rest },
    {
      impersonation: [],
      kubevirtVersion,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onCall: (call) => {
        calls.push(call);
      },
    },
  );
  return calls;
};

const PASS_ON = '#!/bin/sh\nprintf %s "$4"\n';
const ADD = `#!/bin/sh
printf %s "$4" | sed 's|</devices>|<watchdog model="i6300esb" action="reset"></watchdog></devices>|'
`;
/** Fails when it meets what it added. */
const FAIL_LATER = ADD.replace(
  'printf',
  'case $4 in *watchdog*) echo "there already" >&2; exit 7;; esac\nprintf',
);
const GOOD = ADD.replace('printf', 'case $4 in *watchdog*) printf %s "$4"; exit;; esac\nprintf');

describe('tryScript', () => {
  it.each([
    ['v1.7.2', 2],
    ['v1.8.4', 3],
    ['v1.9.0', 3],
  ])('calls as often as KubeVirt %s', async (kubevirtVersion, count) => {
    const calls = await run(PASS_ON, { kubevirtVersion });
    expect(calls.map(({ call }) => call)).toEqual([1, 2, 3].slice(0, count));
    expect(verdictOf(calls, kubevirtVersion)).toEqual({ kind: 'changesNothing' });
  });

  it('calls once for cloud-init data', async () => {
    const calls = await run(PASS_ON, { hookPoint: 'preCloudInitIso' });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.ending).toEqual({ kind: 'exited', code: 0 });
  });

  it.each([
    ['adds an element at each call', ADD, 3, { kind: 'addsAgain', call: 2 }],
    ['fails in call 2', FAIL_LATER, 2, { kind: 'fails', call: 2, ending: { kind: 'exited', code: 7 } }],
    ['prints text', '#!/bin/sh\necho hello\n', 1, { kind: 'notXml', call: 1 }],
    ['adds an element once', GOOD, 3, { kind: 'sameAfterSecondCall' }],
    ['has no shebang', 'echo "$4"', 1, { kind: 'fails', call: 1 }],
  ])('tells about a script that %s', async (_what, script, count, verdict) => {
    const calls = await run(script);
    expect(calls).toHaveLength(count);
    expect(verdictOf(calls, VERSION)).toMatchObject(verdict);
  });
});
