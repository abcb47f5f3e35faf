import { describe, expect, it } from 'vitest';
import { diagnose, type DiagnosisFinding, type DiagnosisId, type DiagnosisInput } from './diagnose';
import { EDIT_A, container, failing, launcher, running, warning, withLog } from './diagnosisFixtures';
import { DIAGNOSIS_ENTRIES } from './diagnosisEntries';

const SYNC = 'server error. command SyncVMI failed: ';
const cloudInit = JSON.stringify([
  {
    args: ['--version', 'v1alpha3'],
    configMap: { name: 'c', key: 'k', hookPath: '/usr/bin/preCloudInitIso' },
  },
]);

describe('failures of calls, containers and pods', () => {
  it.each<[DiagnosisId, DiagnosisInput, DiagnosisFinding['params'], object | undefined]>([
    [
      'execFormat',
      failing(
        `${SYNC}"rpc error: code = Unknown desc = fork/exec /usr/bin/onDefineDomain: exec format error"`,
      ),
      { hookPoint: 'onDefineDomain' },
      EDIT_A,
    ],
    [
      'interpreterNotFound',
      failing(`${SYNC}"fork/exec /usr/bin/onDefineDomain: no such file or directory"`),
      { hookPoint: 'onDefineDomain' },
      EDIT_A,
    ],
    [
      'notExecutable',
      failing(`${SYNC}"fork/exec /usr/bin/onDefineDomain: permission denied"`),
      { hookPoint: 'onDefineDomain' },
      EDIT_A,
    ],
    [
      'argumentTooLong',
      failing(`${SYNC}"fork/exec /usr/bin/onDefineDomain: argument list too long"`),
      {},
      undefined,
    ],
    [
      'scriptFailed',
      failing(`${SYNC}"rpc error: code = Unknown desc = exit status 3"`),
      { status: '3' },
      EDIT_A,
    ],
    [
      'xmlBroken',
      failing(`${SYNC}"XML syntax error on line 2: unexpected EOF"`),
      { message: 'XML syntax error on line 2: unexpected EOF' },
      EDIT_A,
    ],
    [
      'wrongRoot',
      failing(`${SYNC}"expected element type <domain> but have <foo>"`),
      { element: 'foo' },
      EDIT_A,
    ],
    ['printedNothing', failing(`${SYNC}"EOF"`), {}, EDIT_A],
    [
      'cloudInitBroken',
      failing('Failed to unmarshal CloudInitNoCloudSource result: unexpected end of JSON input', cloudInit),
      {},
      { kind: 'editScript', configMap: 'c', key: 'k' },
    ],
    [
      'volumeNameDropped',
      failing('failed to find the status of volume ', cloudInit),
      {},
      { kind: 'editScript', configMap: 'c', key: 'k' },
    ],
    [
      'callTimedOut',
      failing('command SyncVMI failed with DeadlineExceeded: context deadline exceeded'),
      {},
      EDIT_A,
    ],
    [
      'cloudInitVolumeMissing',
      withLog(
        'compute',
        'panic: runtime error: invalid memory address or nil pointer dereference',
        cloudInit,
      ),
      {},
      { kind: 'editSidecars' },
    ],
    [
      'sessionModeRefused',
      failing(
        "LibvirtError(Code=84, Domain=0, Message='Operation not supported: Network bandwidth tuning is not available in session mode')",
      ),
      {},
      EDIT_A,
    ],
    [
      'libvirtRefused',
      failing("LibvirtError(Code=27, Domain=20, Message='XML error: no such thing')"),
      { message: 'XML error: no such thing' },
      EDIT_A,
    ],
    [
      'libvirtRefused',
      failing(
        "LibvirtError(Code=67, Domain=10, Message='unsupported configuration: Emulator '/usr/bin/qemu' does not support machine type 'x'')",
      ),
      { message: "unsupported configuration: Emulator '/usr/bin/qemu' does not support machine type 'x'" },
      EDIT_A,
    ],
    [
      'libvirtRefused',
      failing(
        String.raw`LibvirtError(Code=35, Domain=20, Message='(domain_definition):1: Document is empty\n(null)\n^')`,
      ),
      { message: '(domain_definition):1: Document is empty' },
      EDIT_A,
    ],
    ['migrationHookFailed', failing('executing custom preStart hooks failed: exit status 1'), {}, EDIT_A],
    [
      'commandNotFound',
      withLog(
        'hook-sidecar-0',
        '{"hook":"onDefineDomain","msg":"/usr/bin/onDefineDomain: line 7: jq: command not found"}',
      ),
      { command: 'jq' },
      { ...EDIT_A, line: 7 },
    ],
    [
      'commandNotFound',
      withLog(
        'hook-sidecar-0',
        '{"hook":"onDefineDomain","msg":"/usr/bin/env: \'python\': No such file or directory"}',
      ),
      { command: 'python' },
      EDIT_A,
    ],
    [
      'moduleNotFound',
      withLog(
        'hook-sidecar-0',
        '{"hook":"onDefineDomain","msg":"  File \\"/usr/bin/onDefineDomain\\", line 4, in <module>"}\n{"hook":"onDefineDomain","msg":"ModuleNotFoundError: No module named \'lxml\'"}',
      ),
      { module: 'lxml' },
      { ...EDIT_A, line: 4 },
    ],
    [
      'callbackSkipped',
      withLog('compute', '{"msg":"Unsupported callback version: v1alpha1"}'),
      {},
      { kind: 'editSidecars' },
    ],
    [
      'hookNotFound',
      running({ logs: { 'hook-sidecar-0': '{"msg":"Info: onDefineDomain has not been found"}' } }),
      { container: 'hook-sidecar-0', hookPoint: 'onDefineDomain' },
      { kind: 'editSidecars', index: 0 },
    ],
    [
      'imageNotPulled',
      {
        ...failing(''),
        pods: [
          launcher([
            container('hook-sidecar-0', { waiting: { reason: 'ErrImagePull', message: 'not found' } }),
          ]),
        ],
      },
      { container: 'hook-sidecar-0', reason: 'ErrImagePull' },
      { kind: 'editSidecars', index: 0 },
    ],
    [
      'containerNotStarted',
      {
        ...failing(''),
        pods: [
          launcher([container('hook-sidecar-0', { terminated: { exitCode: 128, reason: 'StartError' } })]),
        ],
      },
      { container: 'hook-sidecar-0' },
      { kind: 'editSidecars', index: 0 },
    ],
    [
      'sidecarEnded',
      { ...failing(''), pods: [launcher([container('hook-sidecar-0', { terminated: { exitCode: 1 } })])] },
      { container: 'hook-sidecar-0', exitCode: 1 },
      { kind: 'editSidecars', index: 0 },
    ],
    [
      'podNotScheduled',
      {
        ...failing(''),
        pods: [
          launcher([], {
            conditions: [
              {
                type: 'PodScheduled',
                status: 'False',
                message: '0/3 nodes are available: 3 Insufficient memory.',
              },
            ],
          }),
        ],
      },
      {},
      undefined,
    ],
    [
      'pvcNotFound',
      {
        ...failing('', JSON.stringify([{ image: 'i', pvc: { name: 'p', volumePath: '/p' } }])),
        events: [warning('persistentvolumeclaim "p" not found')],
      },
      { name: 'p' },
      { kind: 'editSidecars', index: 0 },
    ],
    ['notSynchronized', failing('something quite new'), { message: 'something quite new' }, undefined],
  ])('finds %s', (id, input, params, cure) => {
    const [found] = diagnose(input);
    expect(found).toMatchObject({ id, params, severity: DIAGNOSIS_ENTRIES[id].severity });
    expect(found?.cure).toEqual(cure);
    expect(found?.evidence[0]?.quote).toMatch(/\S/);
  });
});
