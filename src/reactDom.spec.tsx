import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { createPortal } from './reactDom';

it('renders into another element, and its events reach the parents of the portal', async () => {
  const outside = document.createElement('section');
  document.body.append(outside);
  const onClick = vi.fn();
  const page = (text: string): React.ReactElement => (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the event of the button below
    <div onClick={onClick}>{createPortal(<button>{text}</button>, outside)}</div>
  );
  const { rerender, unmount } = render(page('First'));
  const button = screen.getByRole('button', { name: 'First' });
  expect(outside).toContainElement(button);
  await userEvent.click(button);
  expect(onClick).toHaveBeenCalledOnce();

  rerender(page('Second'));
  expect(button).toHaveTextContent('Second');
  unmount();
  expect(outside).toBeEmptyDOMElement();
  outside.remove();
});
