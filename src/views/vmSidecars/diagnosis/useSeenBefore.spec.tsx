import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { diagnose, type DiagnosisFinding } from '../../../sidecars/diagnosis/diagnose';
import { container, failing, launcher } from '../../../sidecars/diagnosis/diagnosisFixtures';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { A, vm, vmi } from '../../../sidecars/state/stateFixtures';
import { useSeenBefore } from './useSeenBefore';

const POD = launcher([container('hook-sidecar-0', { terminated: { exitCode: 1 } })]);
const CAUSE = diagnose(failing('exec format error'));

const machine = (uid: string, printableStatus: string): VirtualMachine => ({
  ...vm(A, { printableStatus }),
  metadata: { ...vm(A).metadata, uid },
});

interface Seen {
  status: string;
  hasPod: boolean;
  found: readonly DiagnosisFinding[];
  phase?: string;
}

/** What is remembered after the last of these states of one VM. */
const after = (uid: string, ...states: readonly Seen[]): string[] | undefined => {
  const [first, ...rest] = states.map(({ status, hasPod, found, phase }) => ({
    vm: machine(uid, status),
    sidecars: {
      pods: { status: 'loaded', data: hasPod ? [POD] : [] },
      vmi: { status: 'loaded', data: phase === undefined ? undefined : vmi(A, { phase }) },
    } as const,
    found,
  }));
  const { result, rerender } = renderHook(
    (props: NonNullable<typeof first>) => useSeenBefore(props.vm, props.sidecars, props.found),
    first === undefined ? {} : { initialProps: first },
  );
  rest.forEach(rerender);
  return result.current?.findings.map(({ id }) => id);
};

const CRASHED = { status: 'CrashLoopBackOff', hasPod: true, found: CAUSE };
const GONE = { status: 'CrashLoopBackOff', hasPod: false, found: [] };

it('remembers why a VM failed after its pod is gone, also for another page', () => {
  expect(CAUSE.length).toBeGreaterThan(0);
  expect(after('a', CRASHED, GONE)).toEqual(CAUSE.map(({ id }) => id));
  expect(after('a', GONE)).toEqual(CAUSE.map(({ id }) => id));
  expect(after('another VM', GONE)).toBeUndefined();
});

it('does not repeat what is still known', () => {
  expect(after('b', CRASHED, { ...GONE, found: CAUSE })).toBeUndefined();
});

it('says nothing while the next attempt runs, nor of a VM that somebody stopped', () => {
  expect(after('c', CRASHED, { ...CRASHED, found: [] })).toBeUndefined();
  expect(after('c', CRASHED, { ...GONE, status: 'Stopped' })).toBeUndefined();
});

it('forgets it when the VM runs', () => {
  const up = { status: 'Running', hasPod: true, found: [], phase: 'Running' };
  expect(after('d', CRASHED, up, GONE)).toBeUndefined();
});
