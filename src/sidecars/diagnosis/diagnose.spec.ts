import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { B, vm, vmi } from '../state/stateFixtures';
import { diagnose, type DiagnosisId, type DiagnosisInput } from './diagnose';
import {
  A,
  container,
  EDIT_A,
  failing,
  first,
  idsOf,
  launcher,
  running,
  warning,
  withLog,
} from './diagnosisFixtures';

const SYNC = 'server error. command SyncVMI failed: ';

const anEarlierInstance = running({
  events: [
    warning('exit status 1', undefined, {
      involvedObject: { kind: 'VirtualMachineInstance', name: 'vm', uid: 'old' },
    }),
  ],
  vmi: { ...vmi(A), metadata: { ...vmi(A).metadata, uid: 'new' } },
});

const UNREADABLE = [
  {
    type: 'Synchronized',
    status: 'False',
    message: 'failed to render launch manifest: invalid character',
  } as const,
];

describe('diagnose', () => {
  it.each<[string, DiagnosisInput, DiagnosisId[]]>([
    ['nothing known', {}, []],
    ['all well', running({ pods: [launcher([container('hook-sidecar-0', { running: {} })])] }), []],
    ['another gate', failing('LiveMigration feature gate is not enabled'), ['notSynchronized']],
    ['a ConfigMap of a volume', failing('configmaps "other" not found'), ['notSynchronized']],
    ['a failure of a VM without sidecars', { ...failing('exit status 1', '[]') }, []],
    ['unexpected EOF is no empty output', failing('connection error: unexpected EOF'), ['notSynchronized']],
    [
      'the other hook point is not found',
      running({ logs: { 'hook-sidecar-0': '{"msg":"Info: preCloudInitIso has not been found"}' } }),
      [],
    ],
    [
      'an end after success',
      running({ pods: [launcher([container('hook-sidecar-0', { terminated: { exitCode: 0 } })])] }),
      [],
    ],
    [
      'the image of another container',
      running({ pods: [launcher([container('compute', { waiting: { reason: 'ErrImagePull' } })])] }),
      [],
    ],
    [
      'an event before the instance',
      running({ events: [warning('exit status 1', '2026-01-01T09:00:00Z')] }),
      [],
    ],
    ['an event of an earlier instance', anEarlierInstance, []],
    ['a normal event', running({ events: [warning('exit status 1', undefined, { type: 'Normal' })] }), []],
    ['what the last instance left on a stopped VM', { vm: vm(A, { conditions: UNREADABLE }) }, []],
    [
      'the same while the instance is there, and cannot be read',
      { vm: vm(A, { created: true, conditions: UNREADABLE }) },
      ['annotationMalformed'],
    ],
    [
      'a crash loop whose pod is gone',
      { vm: vm(A, { printableStatus: 'CrashLoopBackOff' }), pods: [] },
      ['crashLoop'],
    ],
    [
      'a crash loop that an event of its last instance explains',
      {
        vm: vm(A, { printableStatus: 'CrashLoopBackOff' }),
        pods: [],
        events: [warning(`${SYNC}"exit status 1"`)],
      },
      ['scriptFailed', 'crashLoop'],
    ],
    ['a crash loop of a VM without sidecars', { vm: vm('[]', { printableStatus: 'CrashLoopBackOff' }) }, []],
    ['a stopped VM', { vm: vm(A, { printableStatus: 'Stopped' }), pods: [] }, []],
    ['a crash that another component logs', withLog('hook-sidecar-0', 'nil pointer dereference'), []],
    ['a word that only looks like a status', failing('exit status unknown'), ['notSynchronized']],
  ])('makes of %s: %j', (_name, input, expected) => {
    expect(idsOf(input)).toEqual(expected);
  });

  it('tells a failure before a start that worked as a warning', () => {
    expect(first(running({ events: [warning(`${SYNC}"exit status 1"`)] }))).toMatchObject({
      id: 'scriptFailed',
      severity: 'warning',
      evidence: [
        {
          source: { kind: 'event', object: 'VirtualMachineInstance', name: 'vm', reason: 'SyncFailed' },
          time: '2026-01-01T10:00:06Z',
        },
      ],
    });
  });

  it('quotes the script beside its exit status, and opens it where Python says', () => {
    const log = [
      '{"hook":"onDefineDomain","msg":"  File \\"/usr/bin/onDefineDomain\\", line 12, in main"}',
      '{"hook":"onDefineDomain","msg":"KeyError: \'x\'"}',
    ].join('\n');
    const found = first({ ...failing(`${SYNC}"exit status 1"`), logs: { 'hook-sidecar-0': log } });
    expect(found?.cure).toEqual({ ...EDIT_A, line: 12 });
    expect(found?.evidence.map(({ quote }) => quote)).toEqual([
      expect.stringContaining('exit status 1'),
      expect.stringContaining('line 12'),
      "KeyError: 'x'",
    ]);
  });

  it('does not guess which of several scripts failed', () => {
    const two = `[${A.slice(1, -1)},${B.slice(1, -1)}]`;
    expect(first(failing(`${SYNC}"exit status 1"`, two))?.cure).toEqual({ kind: 'editSidecars' });
  });

  it('makes one finding of one failure, with all evidence once', () => {
    const message = `${SYNC}"exit status 1"`;
    const found = diagnose({ ...failing(message), events: [warning(message), warning(message)] });
    expect(found).toHaveLength(1);
    expect(found[0]?.evidence.map(({ source }) => source.kind)).toEqual(['object', 'event']);
  });

  it('never throws, whatever it is given', () => {
    const anything = fc.object({
      maxDepth: 4,
      values: [fc.string(), fc.constantFrom(null, undefined, 0, A, 'exit status 1', []), fc.integer()],
    });
    const like = (keys: string[]): fc.Arbitrary<unknown> =>
      fc.oneof(
        anything,
        fc.dictionary(fc.constantFrom(...keys), fc.oneof(anything, fc.array(anything), fc.string())),
      );
    const shape = like([
      'metadata',
      'spec',
      'status',
      'kind',
      'involvedObject',
      'message',
      'annotations',
      'conditions',
      'containerStatuses',
    ]);
    fc.assert(
      fc.property(
        fc.record(
          {
            vm: shape,
            vmi: shape,
            pods: fc.oneof(shape, fc.array(shape)),
            events: fc.oneof(shape, fc.array(shape)),
            logs: shape,
            configMaps: shape,
            kubevirt: shape,
          },
          { requiredKeys: [] },
        ),
        (input) => {
          expect(Array.isArray(diagnose(input as unknown as DiagnosisInput))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
