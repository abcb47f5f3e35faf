import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DropdownItem, DropdownList } from '@patternfly/react-core';
import { expect, it, vi } from 'vitest';
import { KebabMenu } from './KebabMenu';

it('opens, closes and chooses by keyboard, and returns the focus to its button', async () => {
  const user = userEvent.setup();
  const onEdit = vi.fn();
  render(
    <KebabMenu label="Actions of it">
      <DropdownList>
        <DropdownItem onClick={onEdit}>Edit</DropdownItem>
      </DropdownList>
    </KebabMenu>,
  );
  const button = screen.getByRole('button', { name: 'Actions of it' });
  await user.tab();
  for (const key of ['{Escape}', '{Enter}']) {
    await user.keyboard('{Enter}');
    const item = await screen.findByRole('menuitem', { name: 'Edit' });
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{ArrowDown}');
    expect(item).toHaveFocus();
    await user.keyboard(key);
    await waitFor(() => {
      expect(screen.queryByRole('menuitem')).toBeNull();
    });
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-expanded', 'false');
  }
  expect(onEdit).toHaveBeenCalledOnce();
});
