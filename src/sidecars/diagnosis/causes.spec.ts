import { describe, expect, it } from 'vitest';
import { diagnose, type DiagnosisFinding, type DiagnosisId, type DiagnosisInput } from './diagnose';
import { EDIT_A, container, dump, failing, launcher, withLog } from './diagnosisFixtures';

const PANIC = 'panic: runtime error: invalid memory address or nil pointer dereference';

describe('the cause of a failure', () => {
  it.each<[DiagnosisId, DiagnosisInput, DiagnosisFinding['params'], object | undefined]>([
    [
      'launcherCrashed',
      withLog('compute', `${dump('<domain><interface type="server"></interface></domain>')}\n${PANIC}`),
      {},
      EDIT_A,
    ],
    ['launcherCrashedUnexplained', withLog('compute', PANIC), {}, undefined],
    [
      'launcherCrashedUnexplained',
      withLog(
        'compute',
        `${dump('<domain><disk><alias name="ua-a"></alias></disk><watchdog></watchdog></domain>')}\n${PANIC}`,
      ),
      {},
      undefined,
    ],
    [
      'laterCallFailed',
      failing(
        "LibvirtError(Code=38, Domain=0, Message='target managed='no' but specified dev doesn't exist')",
      ),
      {},
      EDIT_A,
    ],
    [
      'socketsNotCollected',
      withLog(
        'compute',
        '{"msg":"Failed to process sidecar socket: /var/run/kubevirt-hooks/a.sock","reason":"rpc error: code = DeadlineExceeded desc = context deadline exceeded"}\npanic: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
      ),
      {},
      { kind: 'editSidecars' },
    ],
    [
      'argumentUnknown',
      withLog('hook-sidecar-0', 'unknown flag: --hook-type'),
      { argument: '--hook-type', container: 'hook-sidecar-0' },
      { kind: 'editSidecars', index: 0 },
    ],
    [
      'imageNeverPulled',
      {
        ...failing(''),
        pods: [launcher([container('hook-sidecar-0', { waiting: { reason: 'ErrImageNeverPull' } })])],
      },
      { container: 'hook-sidecar-0' },
      { kind: 'editSidecars', index: 0 },
    ],
    [
      'imageNotPulled',
      {
        ...failing('', '[{"image":"mine"}]'),
        pods: [launcher([container('hook-sidecar-0', { waiting: { reason: 'ImagePullBackOff' } })])],
      },
      { scriptIn: 'image' },
      { kind: 'editSidecars', index: 0 },
    ],
  ])('is %s: %j', (id, input, params, cure) => {
    const found = diagnose(input);
    expect(found.map((finding) => finding.id)).toEqual([id]);
    expect(found[0]).toMatchObject({ params });
    expect(found[0]?.cure).toEqual(cure);
  });

  it.each([
    'Failed to Dial hook socket: /var/run/kubevirt-hooks/a.sock: context deadline exceeded',
    'panic: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
  ])('does not call a script slow for %s', (line) => {
    expect(diagnose(withLog('compute', line)).map(({ id }) => id)).not.toContain('callTimedOut');
  });
});
