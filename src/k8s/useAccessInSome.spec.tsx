import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Persona, RunningCluster } from '../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../testing/renderInConsole';
import { viewAs } from '../testing/viewAs';
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

const persona = (id: Persona['id']): Persona | undefined => cluster.personas.find((known) => known.id === id);

it('does not reuse another user’s answer', async () => {
  await renderInConsole(<Probe />, { cluster });
  const access = (): string | null => screen.getByRole('status').textContent;
  await expect.poll(access).toBe('allowed');
  viewAs(persona('editor'));
  expect(access()).toBe('asking');
  await expect.poll(access).toBe('allowed');

  shown.length = 0;
  viewAs(persona('viewer'));
  await expect.poll(access).toBe('denied');
  expect(shown).not.toContain('allowed');
});
