import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { findings, script } from '../../../sidecars/checks/checkFixtures';
import { first, launcher, container, running } from '../../../sidecars/diagnosis/diagnosisFixtures';
import type { DiagnosisInput } from '../../../sidecars/diagnosis/diagnose';
import type { Finding } from '../../../sidecars/checks/check';
import { renderInConsole, startTestCluster } from '../../../testing/renderInConsole';
import { DiagnosisAlert } from './DiagnosisAlert';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => {
  await cluster.close();
});

const show = async (input: DiagnosisInput, checks: readonly Finding[]): Promise<void> => {
  const finding = first(input);
  if (finding === undefined) {
    throw new Error('nothing is found');
  }
  await renderInConsole(<DiagnosisAlert finding={finding} checks={checks} cures={[]} />, { cluster });
};

it('shows a check’s exact cause instead of a guess', async () => {
  await show(
    running({ logs: { 'hook-sidecar-0': 'Info: onDefineDomain has not been found' } }),
    findings([script({}, { hookPath: '/usr/bin/onDefineDomian' })]),
  );
  expect(screen.getByText('hook-sidecar-0 found no script for onDefineDomain')).toBeVisible();
  expect(screen.getByText('Did you mean /usr/bin/onDefineDomain?')).toBeVisible();
  expect(screen.queryByText('Correct the key or the hook path.')).toBeNull();
});

it('shows one line of a log, and the others collapsed', async () => {
  const message = 'Traceback (most recent call last):\nKeyError: 1\n';
  const pods = [launcher([container('hook-sidecar-0', { terminated: { exitCode: 1, message } })])];
  await show(running({ pods }), []);
  expect(screen.getByText('KeyError: 1')).toBeInTheDocument();
  expect(screen.getByText(/Traceback/)).not.toBeVisible();
});
