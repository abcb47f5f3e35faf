import { describe, expect, it } from 'vitest';
import { diagnose, type DiagnosisInput } from './diagnose';
import { container, dump, failing, jsonLine, launcher, running, warning } from './diagnosisFixtures';
import { timeline } from './timeline';

const DOMAIN = '<domain type="kvm"><name>ns_vm</name></domain>';

const ended = container('hook-sidecar-0', {
  terminated: {
    exitCode: 1,
    reason: 'Error',
    message: 'Missing --version parameter',
    finishedAt: '2026-01-01T10:00:05Z',
  },
});
const waiting = container('hook-sidecar-0', { waiting: { reason: 'ErrImagePull', message: 'not found' } });

const INPUTS: Record<string, DiagnosisInput> = {
  'a script that fails': {
    ...failing('server error. command SyncVMI failed: "rpc error: code = Unknown desc = exit status 3"'),
    pods: [launcher([ended], { phase: 'Failed', reason: 'Error', message: 'panic' })],
    events: [warning('exit status 3'), warning('Error creating pod: Duplicate value: "a"')],
    logs: {
      compute: `${jsonLine({ msg: 'Domain defined.', timestamp: '2026-01-01T10:00:11Z' })}\n${dump(DOMAIN)}`,
      'hook-sidecar-0': jsonLine({
        msg: 'no licence',
        hook: 'onDefineDomain',
        timestamp: '2026-01-01T10:00:09Z',
      }),
    },
  },
  'an image that cannot be pulled': running({ pods: [launcher([waiting])] }),
  'a VM that runs': running({
    pods: [launcher([container('hook-sidecar-0', { running: { startedAt: '2026-01-01T10:00:00Z' } })])],
    logs: { compute: dump(DOMAIN), 'hook-sidecar-0': 'Info: onDefineDomain has not been found' },
  }),
};

/** Every copy of `value` that lacks one member or element, at any depth. */
const withoutOnePart = (value: unknown): unknown[] => {
  if (value instanceof Map || typeof value !== 'object' || value === null) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => [
      value.filter((_item, other) => other !== index),
      ...withoutOnePart(item).map((less) =>
        value.map((kept: unknown, other) => (other === index ? less : kept)),
      ),
    ]);
  }
  return Object.entries(value).flatMap(([name, item]) => [
    Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)),
    ...withoutOnePart(item).map((less) => ({ ...value, [name]: less })),
  ]);
};

describe.each(Object.entries(INPUTS))('%s, with any one part missing', (_name, input) => {
  const variants = withoutOnePart(input) as DiagnosisInput[];

  it('still gives findings with their evidence, and a timeline in order', () => {
    expect(variants.length).toBeGreaterThan(20);
    for (const variant of variants) {
      for (const { evidence } of diagnose(variant)) {
        expect(evidence.every(({ quote }) => typeof quote === 'string')).toBe(true);
      }
      const times = timeline(variant).map(({ time }) => time);
      expect(times).toEqual([...times].sort());
    }
  });
});
