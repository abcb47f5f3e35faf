import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, it } from 'vitest';
import type { RecordedCall } from '../../sidecars/trialStart/recorderLog';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import { useRecordedInputs } from '../tryInputs/recordedInputs';
import type { TrialEvidence } from './observeTrial';
import { recordTrial } from './recordTrial';

const call = (change: Partial<RecordedCall>): RecordedCall => ({
  hookPoint: 'onDefineDomain',
  call: 1,
  input: '<domain/>',
  output: '',
  stderr: '',
  ending: { kind: 'exited', code: 0 },
  durationMs: 1,
  isComplete: true,
  isRunning: false,
  ...change,
});

const Inputs = (): ReactElement => (
  <output>
    {useRecordedInputs()
      .map(({ vm, call: number, input }) => `${vm} ${number} ${input}`)
      .join(', ')}
  </output>
);

it('offers the inputs of the calls for quick tries, but no cloud-init data with hidden values', () => {
  const plan = {
    namespace: 'lab',
    vmName: 'web',
    hooks: [{ index: 0 }, { index: 1 }],
  } as unknown as TrialPlan;
  const calls = {
    0: [call({}), call({ call: 2, input: '<domain><os/></domain>' })],
    1: [call({ hookPoint: 'preCloudInitIso', input: '{"UserData":"<hidden 12345678>"}' })],
  };
  recordTrial(plan, { seen: { calls }, instance: {} } as unknown as TrialEvidence);
  render(<Inputs />);
  expect(screen.getByRole('status')).toHaveTextContent('web 1 <domain/>, web 2 <domain><os/></domain>');
});
