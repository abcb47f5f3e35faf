import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, it, vi } from 'vitest';
import { vm } from '../../sidecars/checks/checkFixtures';
import type { SidecarStateKind } from '../../sidecars/state/state';
import type { VmFindings } from '../../sidecars/rows/vmFindings';
import { FindingsCell } from './FindingsCell';

const FOUND: VmFindings = {
  list: [{ id: 'imageSet', severity: 'advice', params: {}, place: { kind: 'annotation' } }],
};

it.each<[SidecarStateKind | 'loading' | undefined, VmFindings, string, boolean]>([
  ['applied', { list: [] }, 'None', false],
  [undefined, { list: [] }, 'None', false],
  ['loading', { list: [] }, 'Loading the findings', false],
  ['loading', FOUND, 'Image pinned', false],
  ['failing', { list: [] }, 'See the diagnosis', true],
  ['blocked', { list: [] }, 'See the diagnosis', true],
  ['failing', FOUND, 'Image pinned', false],
])('of state %s with %j it says %s', (kind, findings, text, leadsToTheVm) => {
  const isStateLoading = kind === 'loading';
  const state = kind === undefined || isStateLoading ? undefined : { kind, reasons: [], sidecars: [] };
  render(
    <MemoryRouter>
      <FindingsCell object={vm()} state={state} findings={findings} isStateLoading={isStateLoading} />
    </MemoryRouter>,
  );
  expect(screen.getByText(text)).toBeVisible();
  expect(screen.queryByRole('link') !== null).toBe(leadsToTheVm);
});

it('shows the same finding once for each VM that has it', async () => {
  const errors = vi.spyOn(console, 'error');
  render(
    <MemoryRouter>
      <FindingsCell object={vm()} findings={{ list: [...FOUND.list, ...FOUND.list] }} />
    </MemoryRouter>,
  );
  await userEvent.click(screen.getByRole('button', { name: /Image pinned/ }));
  expect(await screen.findAllByRole('listitem')).toHaveLength(2);
  // React warns of equal keys.
  expect(errors).not.toHaveBeenCalled();
});
