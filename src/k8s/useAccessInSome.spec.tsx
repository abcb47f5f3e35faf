import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import { act, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Persona, RunningCluster } from '../../dev/cluster/contract';
import { impersonationOf } from '../../dev/console/host/session/impersonation';
import { setImpersonated } from '../../dev/console/host/store/coreReducer';
import type { HostStore } from '../../dev/console/host/store/store';
import { renderInConsole, startTestCluster } from '../testing/renderInConsole';
import { ConfigMapModel } from './models';
import { useAccessInSome } from './useAccessInSome';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => cluster.close());

const NAMESPACES = ['kube-system', 'lab'];
const shown: string[] = [];

const Probe = (): ReactElement => {
  const access = useAccessInSome({ verb: 'create', model: ConfigMapModel }, NAMESPACES);
  shown.push(access);
  return <output>{access}</output>;
};

const viewAs = (id: Persona['id']): void => {
  const { name = '', groups = [] } = cluster.personas.find((persona) => persona.id === id) ?? {};
  act(() => {
    (storeHandler.getStore() as HostStore).dispatch(setImpersonated(impersonationOf(name, groups)));
  });
};

it('tells no user what another may do', async () => {
  await renderInConsole(<Probe />, { cluster });
  const access = (): string | null => screen.getByRole('status').textContent;
  await expect.poll(access).toBe('allowed');
  viewAs('editor');
  expect(access()).toBe('asking');
  await expect.poll(access).toBe('allowed');

  shown.length = 0;
  viewAs('viewer');
  await expect.poll(access).toBe('denied');
  expect(shown).not.toContain('allowed');
});
