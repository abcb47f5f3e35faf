import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiagnosisInput } from './diagnose';
import { dump, jsonLine, launcher, onVm, running, warning } from './diagnosisFixtures';
import { timeline } from './timeline';

const called = (time: string, method = 'OnDefineDomain'): string =>
  jsonLine({
    component: 'shim-sidecar',
    msg: `Hook's ${method} callback method has been called`,
    timestamp: time,
  });

const input = running({
  vm: onVm((vm) => {
    vm.metadata.managedFields = [
      { manager: 'kubectl', time: '2026-01-01T09:00:00Z', fieldsV1: { 'f:spec': { 'f:template': {} } } },
      { manager: 'virt-controller', time: '2026-01-01T09:30:00Z', fieldsV1: { 'f:status': {} } },
    ];
  }),
  pods: [launcher([], { startTime: '2026-01-01T10:00:02Z' })],
  configMaps: new Map([
    [
      'a',
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'a', creationTimestamp: '2026-01-01T08:00:00Z' },
      },
    ],
  ]),
  logs: {
    'hook-sidecar-0': [
      called('2026-01-01T10:00:05.000Z', 'PreCloudInitIso'),
      called('2026-01-01T10:00:06.500Z'),
    ].join('\n'),
    compute: dump('<domain></domain>', '2026-01-01T10:00:07.000Z'),
  },
  events: [warning('exit status 1', '2026-01-01T10:00:09Z')],
});

describe('timeline', () => {
  it('tells what happened when, with the duration of calls', () => {
    expect(
      timeline(input).map(({ kind, time, durationMs, hookPoint }) => [
        kind,
        time.slice(11, 19),
        hookPoint,
        durationMs,
      ]),
    ).toEqual([
      ['scriptChanged', '08:00:00', undefined, undefined],
      ['templateChanged', '09:00:00', undefined, undefined],
      ['instanceCreated', '10:00:00', undefined, undefined],
      ['podStarted', '10:00:02', undefined, undefined],
      ['hookCalled', '10:00:05', 'preCloudInitIso', undefined],
      ['hookCalled', '10:00:06', 'onDefineDomain', 500],
      ['domainDefined', '10:00:07', undefined, undefined],
      ['failure', '10:00:09', undefined, undefined],
    ]);
  });

  it('knows no duration of a call that did not come back', () => {
    const log = { 'hook-sidecar-0': called('2026-01-01T10:00:06Z') };
    expect(
      timeline({ ...input, logs: log }).find(({ kind }) => kind === 'hookCalled')?.durationMs,
    ).toBeUndefined();
  });

  it('reads the timestamps that the API puts before lines', () => {
    const log = { compute: '2026-01-01T10:00:08.123456789Z Domain defined.' };
    expect(timeline({ logs: log })).toMatchObject([
      { kind: 'domainDefined', time: '2026-01-01T10:00:08.123456789Z', source: { line: 1 } },
    ]);
  });

  it.each([
    ['a start', 3, [undefined, undefined, undefined]],
    ['retries', 60, [{ times: 60, until: '2026-01-01T10:00:59.000Z' }]],
  ])('of %s tells %d calls', (_what, calls, repeated) => {
    const second = (index: number): string => new Date(Date.UTC(2026, 0, 1, 10, 0, index)).toISOString();
    const logs = {
      'hook-sidecar-0': Array.from({ length: calls }, (_one, index) => called(second(index))).join('\n'),
      compute: Array.from({ length: calls }, (_one, index) => dump('<domain/>', second(index))).join('\n'),
    };
    const entries = timeline({ logs });
    expect(entries.filter(({ kind }) => kind === 'hookCalled').map((entry) => entry.repeated)).toEqual(
      repeated,
    );
    expect(entries.filter(({ kind }) => kind === 'domainDefined').map((entry) => entry.repeated)).toEqual(
      repeated,
    );
    expect(entries[0]?.time).toBe(second(0));
  });

  it('does not take what was retried by another pod for the same', () => {
    const calls = (hour: string): string[] =>
      Array.from({ length: 4 }, (_one, second) => called(`2026-01-01T${hour}:00:0${second + 3}Z`));
    expect(
      timeline({
        ...input,
        events: [],
        logs: { 'hook-sidecar-0': [...calls('09'), ...calls('10')].join('\n') },
      })
        .filter(({ kind }) => kind === 'hookCalled')
        .map(({ repeated }) => repeated?.times),
    ).toEqual([4, 4]);
  });

  it('leaves out what has no time, and other lines', () => {
    expect(
      timeline({
        logs: {
          compute: 'Domain defined.',
          'hook-sidecar-0': `${called('never')}\n${jsonLine({ msg: 'called off' })}`,
        },
      }),
    ).toEqual([]);
  });

  it('is sorted, and never throws', () => {
    const anything = fc.object({
      key: fc.constantFrom('metadata', 'status', 'spec', 'managedFields', 'time'),
      maxDepth: 4,
    });
    fc.assert(
      fc.property(
        fc.record({
          vm: anything,
          vmi: anything,
          pods: fc.array(anything),
          events: fc.array(anything),
          logs: fc.dictionary(fc.string(), fc.string()),
        }),
        (values) => {
          const times = timeline({ ...(values as unknown as DiagnosisInput) }).map(({ time }) =>
            Date.parse(time),
          );
          expect(times).toEqual([...times].sort((one, other) => one - other));
        },
      ),
    );
  });
});
