import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { VmSidecars } from '../../data/useVmSidecars';
import type { Loadable } from '../../loadable';
import { UnreadParts } from './UnreadParts';

const READ = { status: 'loaded', data: undefined } as const;
const GATE: VmSidecars['gate'] = {
  kubevirt: READ,
  hco: READ,
  status: undefined,
  reload: () => undefined,
} as unknown as VmSidecars['gate'];

const show = (pods: Loadable<never>): void => {
  render(
    <UnreadParts
      sidecars={{
        vmi: READ,
        launcher: pods,
        configMaps: { ...READ, data: new Map() },
        claims: undefined,
        gate: GATE,
      }}
    />,
  );
};

it('says since when a part is not up to date', () => {
  const stale = {
    status: 'loaded',
    data: { kind: 'none' },
    staleSince: Date.now(),
  } as unknown as Loadable<never>;
  show(stale);
  expect(screen.getByText(/^Not up to date since/)).toBeVisible();
});

it('says rather what could not be read', () => {
  const failed = { status: 'failed', error: { code: 403, message: 'no pods' } } as const;
  show(failed);
  expect(screen.getByText(/Could not read/)).toBeVisible();
  expect(screen.queryByText(/^Not up to date since/)).not.toBeInTheDocument();
});

it('says nothing of what is up to date', () => {
  show({ status: 'loading' });
  expect(screen.queryByText(/up to date|could not/i)).not.toBeInTheDocument();
});
