import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { GuardedButton } from './GuardedButton';

describe('a guarded button', () => {
  it('keeps the focus when a reason appears and disappears', async () => {
    const { rerender } = render(<GuardedButton reason={undefined}>Do it</GuardedButton>);
    const button = screen.getByRole('button', { name: 'Do it' });
    await userEvent.tab();
    rerender(<GuardedButton reason="It is done already.">Do it</GuardedButton>);
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    rerender(<GuardedButton reason={undefined}>Do it</GuardedButton>);
    expect(button).toHaveFocus();
    expect(button).not.toHaveAttribute('aria-disabled');
  });

  it.each<[string, (user: ReturnType<typeof userEvent.setup>) => Promise<void>]>([
    ['on focus', async (user) => user.tab()],
    ['under the pointer', async (user) => user.hover(screen.getByRole('button', { name: 'Do it' }))],
  ])('tells its reason %s, and as its description', async (_when, come) => {
    const { rerender } = render(<GuardedButton reason="It is done already.">Do it</GuardedButton>);
    const button = screen.getByRole('button', { name: 'Do it' });
    await come(userEvent.setup());
    expect(await screen.findByRole('tooltip')).toHaveTextContent('It is done already.');
    expect(button).toHaveAccessibleDescription('It is done already.');
    rerender(<GuardedButton reason={undefined}>Do it</GuardedButton>);
    await waitFor(() => {
      expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
    });
    expect(button).not.toHaveAttribute('aria-describedby');
  });
});
