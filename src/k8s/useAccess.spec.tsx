import { fireEvent, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../testing/renderInConsole';
import { viewAs } from '../testing/viewAs';
import { ConfigMapModel } from './models';
import { useAccess } from './useAccess';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => cluster.close());

const NAMESPACES = ['kube-system', 'openshift-cnv', 'lab'] as const;

const May = ({ namespace }: { namespace: string }): ReactElement => (
  <>{useAccess({ verb: 'create', model: ConfigMapModel, namespace })}</>
);

/** Asks about one namespace after the other. Only admins may write to those of the system. */
const Probe = (): ReactElement => {
  const [namespace, setNamespace] = useState<string>('kube-system');
  return (
    <>
      <output>
        <May namespace={namespace} />
      </output>
      {namespace === 'lab' ? (
        <p data-testid="witness">
          <May namespace="openshift-cnv" />
        </p>
      ) : null}
      {NAMESPACES.map((name) => (
        <button
          key={name}
          onClick={() => {
            setNamespace(name);
          }}
        >
          {name}
        </button>
      ))}
    </>
  );
};

const choose = (namespace: (typeof NAMESPACES)[number]): void => {
  fireEvent.click(screen.getByRole('button', { name: namespace }));
};

/** Delays answers about a namespace. */
const hold = (namespace: string): (() => void) => {
  const send = globalThis.fetch;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const answer = await send(input, init);
    if (typeof init.body === 'string' && init.body.includes(`"namespace":"${namespace}"`)) {
      await released;
    }
    return answer;
  });
  return release;
};

const access = (): string | null => screen.getByRole('status').textContent;

it('returns no answer for another namespace before its review', async () => {
  await renderInConsole(<Probe />, { cluster, persona: 'editor' });
  await expect.poll(access).toBe('denied');
  const release = hold('lab');
  choose('lab');
  expect(access()).toBe('asking');
  release();
  await expect.poll(access).toBe('allowed');
});

it('ignores a late answer about the previous namespace', async () => {
  await renderInConsole(<Probe />, { cluster, persona: 'editor' });
  await expect.poll(access).toBe('denied');
  const release = hold('openshift-cnv');
  choose('openshift-cnv');
  choose('lab');
  await expect.poll(access).toBe('allowed');
  release();
  await expect.poll(() => screen.getByTestId('witness').textContent).toBe('denied');
  expect(access()).toBe('allowed');
});

it('asks again when another user is impersonated, and when that ends', async () => {
  await renderInConsole(<Probe />, { cluster });
  await expect.poll(access).toBe('allowed');
  viewAs(cluster.personas.find(({ id }) => id === 'viewer'));
  expect(access()).toBe('asking');
  await expect.poll(access).toBe('denied');
  viewAs(undefined);
  await expect.poll(access).toBe('allowed');
});
