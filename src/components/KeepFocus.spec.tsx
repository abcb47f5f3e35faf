import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { expect, it } from 'vitest';
import { KeepFocus } from './KeepFocus';

/** A finding whose dialog fixes it; the finding disappears before or after the dialog. */
const Page = ({ goesFirst }: { goesFirst: boolean }): ReactElement => {
  const [isMended, setMended] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const mend = (): void => {
    const steps = [
      () => {
        setMended(true);
      },
      () => {
        setAsking(false);
      },
    ];
    const [first, second] = goesFirst ? steps : steps.reverse();
    first?.();
    setTimeout(() => second?.());
  };
  return (
    <KeepFocus>
      <h2>Hooks</h2>
      <p>Text</p>
      <section>
        <h3>Diagnosis</h3>
        {isMended ? null : (
          <button
            onClick={() => {
              setAsking(true);
            }}
          >
            Fix it
          </button>
        )}
      </section>
      {isAsking
        ? createPortal(
            <div role="dialog">
              <button onClick={mend}>Save</button>
            </div>,
            document.body,
          )
        : null}
    </KeepFocus>
  );
};

it.each([true, false])(
  'moves the focus to the nearest heading when the focused button is removed (before its dialog: %s)',
  async (goesFirst) => {
    const user = userEvent.setup();
    render(<Page goesFirst={goesFirst} />);
    await user.tab();
    await user.keyboard('{Enter}');
    screen.getByRole('button', { name: 'Save' }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(screen.queryByRole('button')).toBeNull();
    });
    await waitFor(() => {
      expect(screen.getByRole('heading', { name: 'Diagnosis' })).toHaveFocus();
    });
  },
);

it('leaves the focus alone after a click elsewhere', async () => {
  const user = userEvent.setup();
  const { rerender } = render(
    <KeepFocus>
      <h2>Hooks</h2>
      <p>Text</p>
      <button>Fix it</button>
    </KeepFocus>,
  );
  await user.tab();
  await user.click(screen.getByText('Text'));
  rerender(
    <KeepFocus>
      <h2>Hooks</h2>
      <p>Mended</p>
    </KeepFocus>,
  );
  await screen.findByText('Mended');
  expect(document.body).toHaveFocus();
});
