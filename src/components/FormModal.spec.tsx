import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../testing/renderInConsole';
import { FormModal } from './FormModal';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => {
  await cluster.close();
});

interface FormProps {
  onClose: () => void;
  onSubmit?: () => Promise<void>;
  blocker?: string | undefined;
}

const Form = ({ onClose, onSubmit = () => Promise.resolve(), blocker }: FormProps): ReactElement => {
  const [text, setText] = useState('');
  return (
    <FormModal
      title="A form"
      submitLabel="Save"
      onSubmit={onSubmit}
      onClose={onClose}
      blocker={blocker}
      hasInput={text !== ''}
    >
      <input
        aria-label="Text"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
    </FormModal>
  );
};

/** Whether the browser would ask before it closes the page. */
const asksOnUnload = (): boolean => {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

describe('closing the page', () => {
  it('asks only while there is input', async () => {
    const { user, unmount } = await renderInConsole(<Form onClose={vi.fn()} />, { cluster });
    const text = await screen.findByRole('textbox', { name: 'Text' });
    expect(asksOnUnload()).toBe(false);
    await user.type(text, 'mine');
    expect(asksOnUnload()).toBe(true);
    unmount();
    expect(asksOnUnload()).toBe(false);
  });

  it('asks while a write is in flight', async () => {
    const onSubmit = (): Promise<void> => new Promise(() => undefined);
    const { user } = await renderInConsole(<Form onClose={vi.fn()} onSubmit={onSubmit} />, { cluster });
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    expect(asksOnUnload()).toBe(true);
  });
});

describe('closing a form', () => {
  it('happens at once without input', async () => {
    const onClose = vi.fn();
    const { user } = await renderInConsole(<Form onClose={onClose} />, { cluster });
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('asks first if there is input, and keeps it', async () => {
    const onClose = vi.fn();
    const { user } = await renderInConsole(<Form onClose={onClose} />, { cluster });
    await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'mine');
    await user.keyboard('{Escape}');
    expect(screen.getByText('Discard what you entered?')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Keep editing' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('Discard what you entered?')).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('mine');
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveFocus();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('returns the focus to the pressed button when the user continues to edit', async () => {
    const { user } = await renderInConsole(<Form onClose={vi.fn()} />, { cluster });
    await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'mine');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('button', { name: 'Cancel' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Keep editing' }));
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  });

  it('keeps the focus in the dialog during and after the question', async () => {
    const { user } = await renderInConsole(
      <>
        <button type="button">Before</button>
        <Form onClose={vi.fn()} />
        <button type="button">After</button>
      </>,
      { cluster },
    );
    const text = await screen.findByRole('textbox', { name: 'Text' });
    const tabFrom = async (name: string): Promise<void> => {
      screen.getByRole('button', { name }).focus();
      await user.tab();
    };
    await user.type(text, 'mine');
    await user.keyboard('{Escape}');
    await tabFrom('Discard');
    expect(text).toHaveFocus();
    await user.tab({ shift: true });
    expect(screen.getByRole('button', { name: 'Discard' })).toHaveFocus();
    await user.keyboard('{Escape}');
    await tabFrom('Cancel');
    expect(text).toHaveFocus();
    await user.tab({ shift: true });
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  });

  it('discards the input when the user confirms', async () => {
    const onClose = vi.fn();
    const { user } = await renderInConsole(<Form onClose={onClose} />, { cluster });
    await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'mine');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('the reason why a form cannot be saved is outside of the scrolling part', () => {
  /** The scrolling part is the dialog's accessible description. */
  const expectNotScrolled = (text: string): void => {
    expect(screen.getByText(text, { exact: false })).toBeVisible();
    expect(screen.getByRole('dialog')).not.toHaveAccessibleDescription(expect.stringContaining(text));
  };

  it('when the cluster refuses the write', async () => {
    const onClose = vi.fn();
    const refuse = async (): Promise<void> => Promise.reject(new Error('admission webhook denied it'));
    const { user } = await renderInConsole(<Form onClose={onClose} onSubmit={refuse} />, { cluster });
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    await screen.findByText(/admission webhook denied it/);
    expectNotScrolled('admission webhook denied it');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('when something is still missing', async () => {
    const onSubmit = vi.fn();
    const { user } = await renderInConsole(
      <Form onClose={vi.fn()} onSubmit={onSubmit} blocker="Write the script first." />,
      { cluster },
    );
    expectNotScrolled('Write the script first.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.type(screen.getByRole('textbox', { name: 'Text' }), 'mine{Enter}');
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

it('keeps the focus while it saves, saves once, and can be retried after a failure', async () => {
  let fail = (): void => undefined;
  const onSubmit = vi.fn(
    async () =>
      new Promise<void>((_resolve, reject) => {
        fail = () => {
          reject(new Error('not now'));
        };
      }),
  );
  const { user } = await renderInConsole(<Form onClose={vi.fn()} onSubmit={onSubmit} />, { cluster });
  const save = await screen.findByRole('button', { name: 'Save' });
  await user.click(save);
  await user.keyboard('{Enter}');
  expect(save).toHaveAttribute('aria-disabled', 'true');
  expect(save).toHaveFocus();
  expect(onSubmit).toHaveBeenCalledOnce();
  fail();
  await screen.findByText(/not now/);
  expect(save).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(onSubmit).toHaveBeenCalledTimes(2);
});
