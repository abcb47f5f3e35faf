import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../../testing/renderInConsole';
import { FormModal } from '../FormModal';
import { TypeaheadField } from './TypeaheadField';

const closeForm = vi.fn();

const Form = (): ReactElement => {
  const [value, setValue] = useState('');
  return (
    <FormModal title="A form" submitLabel="Save" onSubmit={async () => Promise.resolve()} onClose={closeForm}>
      <TypeaheadField
        label="ConfigMap"
        value={value}
        options={[{ value: 'one' }, { value: 'two' }]}
        placeholder="Choose one"
        onChange={setValue}
      />
    </FormModal>
  );
};

describe('a typeahead field in a dialog', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(async () => {
    await cluster.close();
  });
  beforeEach(() => {
    closeForm.mockClear();
  });

  it.each([
    ['its text', 'combobox', 'ConfigMap'],
    ['its button', 'button', 'Show the choices of ConfigMap'],
  ])('closes only its choices by Escape in %s', async (_where, role, name) => {
    const { user } = await renderInConsole(<Form />, { cluster });
    await user.click(await screen.findByRole(role, { name }));
    expect(screen.getByRole('option', { name: 'two' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    expect(closeForm).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(closeForm).toHaveBeenCalledOnce();
  });

  it('has the focus after a choice by the mouse, and after it was cleared', async () => {
    const { user } = await renderInConsole(<Form />, { cluster });
    const field = await screen.findByRole('combobox', { name: 'ConfigMap' });
    await user.click(field);
    await user.click(screen.getByRole('option', { name: 'two' }));
    expect(field).toHaveValue('two');
    expect(field).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Clear ConfigMap' }));
    expect(field).toHaveValue('');
    expect(field).toHaveFocus();
  });
});
