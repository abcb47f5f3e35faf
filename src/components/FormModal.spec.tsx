import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../testing/renderInConsole';
import { FormModal } from './FormModal';

const Form = ({ onClose }: { onClose: () => void }): ReactElement => {
  const [text, setText] = useState('');
  return (
    <FormModal
      title="A form"
      submitLabel="Save"
      onSubmit={() => Promise.resolve()}
      onClose={onClose}
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

describe('closing a form', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(async () => {
    await cluster.close();
  });

  it('happens at once while nothing was entered', async () => {
    const onClose = vi.fn();
    const { user } = await renderInConsole(<Form onClose={onClose} />, { cluster });
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('asks first when something was entered, and keeps it', async () => {
    const onClose = vi.fn();
    const { user } = await renderInConsole(<Form onClose={onClose} />, { cluster });
    await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'mine');
    await user.keyboard('{Escape}');
    expect(screen.getByText('Discard what you entered?')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Keep editing' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('Discard what you entered?')).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('mine');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('discards it when the user says so', async () => {
    const onClose = vi.fn();
    const { user } = await renderInConsole(<Form onClose={onClose} />, { cluster });
    await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'mine');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});
