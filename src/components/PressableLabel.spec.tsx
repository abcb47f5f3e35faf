import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { PressableLabel } from './PressableLabel';

const popover = { 'aria-label': 'About', headerContent: 'Why so', bodyContent: 'Because.' };
const pressed = (): HTMLElement => screen.getByRole('button', { name: 'Applied' });

it('opens, closes and opens again by keyboard, and keeps its button and the focus', async () => {
  const user = userEvent.setup();
  render(<PressableLabel popover={popover}>Applied</PressableLabel>);
  const button = pressed();
  await user.tab();
  expect(button).toHaveFocus();

  for (const key of ['{Enter}', ' ']) {
    await user.keyboard(key);
    expect(await screen.findByRole('dialog', { name: 'Why so' })).toHaveTextContent('Because.');
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(pressed()).toBe(button);
    await waitFor(() => {
      expect(button).toHaveFocus();
    });
  }
});

it('closes when it is pressed again, or anything else is', async () => {
  const user = userEvent.setup();
  render(
    <>
      <PressableLabel popover={popover}>Applied</PressableLabel>
      <p>Elsewhere</p>
    </>,
  );
  for (const other of [pressed(), screen.getByText('Elsewhere')]) {
    await user.click(pressed());
    await screen.findByRole('dialog');
    await user.click(other);
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  }
});
