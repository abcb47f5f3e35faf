import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ListPagination } from './ListPagination';

const shown = (count: number, onChange = vi.fn()): typeof onChange => {
  render(<ListPagination isBottom count={count} page={1} perPage={20} onChange={onChange} />);
  return onChange;
};

it('changes the page and the number of rows below a list', async () => {
  const user = userEvent.setup();
  const onChange = shown(41);
  const pages = screen.getByRole('navigation', { name: 'Pagination below the list' });
  await user.click(within(pages).getByRole('button', { name: 'Go to next page' }));
  expect(onChange).toHaveBeenLastCalledWith({ page: 2 });
  await user.click(screen.getByRole('button', { name: /1 - 20 of 41/ }));
  await user.click(screen.getByRole('menuitem', { name: '50 per page' }));
  expect(onChange).toHaveBeenLastCalledWith({ perPage: 50 });
});

it('is hidden below a list of one page', () => {
  shown(20);
  expect(screen.queryByRole('navigation')).toBeNull();
});
