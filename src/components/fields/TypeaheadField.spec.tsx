import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../../testing/renderInConsole';
import { FormModal } from '../FormModal';
import { TypeaheadField } from './TypeaheadField';

const closeForm = vi.fn();
const onShow = vi.fn();

const Form = (): ReactElement => {
  const [value, setValue] = useState('');
  return (
    <FormModal title="A form" submitLabel="Save" onSubmit={async () => Promise.resolve()} onClose={closeForm}>
      <TypeaheadField
        label="ConfigMap"
        value={value}
        options={[{ value: 'one' }, { value: 'two' }, { value: 'three', disabledReason: 'Not for you' }]}
        onShow={onShow}
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
    onShow.mockClear();
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

  it('says why a choice is disabled, and does not choose it', async () => {
    const { user } = await renderInConsole(<Form />, { cluster });
    const field = await screen.findByRole('combobox', { name: 'ConfigMap' });
    expect(onShow).not.toHaveBeenCalled();
    await user.click(field);
    expect(onShow).toHaveBeenLastCalledWith(['one', 'two', 'three']);
    await user.keyboard('th');
    expect(onShow).toHaveBeenLastCalledWith(['three']);
    await user.keyboard('{Enter}');
    const option = screen.getByRole('option', { name: /^three.*Not for you/ });
    await user.click(option);
    expect(option).toBeVisible();
    await user.clear(field);
    await user.keyboard('tw{Enter}');
    expect(field).toHaveValue('two');
  });

  it('shows only the first of many choices', async () => {
    const options = Array.from({ length: 30 }, (_empty, index) => ({ value: `ns-${String(index)}` }));
    const { user } = await renderInConsole(
      <TypeaheadField
        label="Namespace"
        value=""
        options={options}
        placeholder="Choose one"
        onShow={onShow}
        onChange={vi.fn()}
      />,
      { cluster },
    );
    await user.click(await screen.findByRole('combobox', { name: 'Namespace' }));
    expect(onShow).toHaveBeenCalledExactlyOnceWith(options.slice(0, 20).map(({ value }) => value));
  });

  it('has the focus after a choice by mouse, and after clearing', async () => {
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
