import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { virtualMachine } from '../../../dev/scenarios/objects';
import { parseSidecars } from '../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { renderInConsole, startTestCluster } from '../../testing/renderInConsole';
import { AttachError } from './AttachError';
import { AttachNotices } from './AttachNotices';

const vm = virtualMachine('team', 'vm') as unknown as VirtualMachine;

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => cluster.close());

it('opens the feature gate in a new window, because the form has input', async () => {
  const json = { message: 'denied the request: sidecar feature gate is not enabled in kubevirt-config' };
  await renderInConsole(<AttachError error={{ code: 422, json }} object={vm} />, { cluster });
  expect(await screen.findByRole('link', { name: /Feature gate tab/ })).toHaveAttribute('target', '_blank');
});

it('opens the repair of an annotation in a new window, because the form has input', async () => {
  const parsed = parseSidecars('[{');
  if (parsed.kind !== 'malformed') {
    throw new Error('It can be read');
  }
  await renderInConsole(<AttachNotices vm={vm} conflict={{ kind: 'malformed', parsed }} />, { cluster });
  expect(await screen.findByRole('link', { name: /Repair it/ })).toHaveAttribute('target', '_blank');
});
