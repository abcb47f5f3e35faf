import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { expect, it, vi } from 'vitest';
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

it('closes when it is pressed again, or on a click elsewhere', async () => {
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

it('is positioned again when its content loads after it was opened', async () => {
  // jsdom has no layout. This popover is as wide as its text is long, and centred above its label.
  const width = vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(function (
    this: HTMLElement,
  ) {
    return this.getAttribute('role') === 'dialog' ? this.textContent.length * 10 : 0;
  });
  const late = 'What takes a while to be loaded.';
  let arrive = (): void => undefined;
  const Late = (): ReactElement => {
    const [text, setText] = useState('');
    useEffect(() => {
      arrive = () => {
        setText(late);
      };
    }, []);
    return <p>{text === '' ? null : <span>{text}</span>}</p>;
  };
  const user = userEvent.setup();
  render(<PressableLabel popover={{ ...popover, bodyContent: <Late /> }}>Applied</PressableLabel>);
  await user.click(pressed());
  const dialog = await screen.findByRole('dialog');
  const fromLabel = (): number => Number(/translate\((-?\d+)px/.exec(dialog.style.transform)?.[1]);
  await waitFor(() => {
    expect(fromLabel()).toBe(-10 * ('Why so'.length / 2));
  });
  act(arrive);
  await waitFor(() => {
    expect(fromLabel()).toBe(-10 * (`Why so${late}`.length / 2));
  });
  width.mockRestore();
});
