import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import { VirtualMachineModel } from '../k8s/models';
import { useMayPatchVm } from '../k8s/useAccess';
import { renderInConsole, startTestCluster } from './renderInConsole';

const MayPatch = (): ReactElement => <p>{useMayPatchVm('storefront', VirtualMachineModel)}</p>;

describe('a persona', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(async () => cluster.close());

  it.each([
    ['admin', 'allowed'],
    ['viewer', 'denied'],
    ['admin', 'allowed'],
  ] as const)('has its own rights, whoever was there before: %s', async (persona, access) => {
    await renderInConsole(<MayPatch />, { cluster, persona });
    expect(await screen.findByText(access)).toBeVisible();
  });
});
