import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import '../../testing/renderInConsole';
import { TextListField } from './TextListField';

const Field = (): ReactElement => {
  const [values, setValues] = useState(['one', 'two', 'three']);
  return <TextListField label="Arguments" values={values} hint="Words" onChange={setValues} />;
};

it('moves the focus to a new entry and to the successor of a removed one, and warns about an empty one', async () => {
  const user = userEvent.setup();
  render(<Field />);
  const entry = (number: number): HTMLElement =>
    screen.getByRole('textbox', { name: `Arguments, entry ${String(number)}` });
  const remove = async (number: number): Promise<void> =>
    user.click(screen.getByRole('button', { name: `Remove entry ${String(number)} of Arguments` }));
  const add = screen.getByRole('button', { name: 'Add an entry to Arguments' });

  const warning = /is passed as an empty argument/;
  await user.click(add);
  expect(entry(4)).toHaveFocus();
  expect(screen.queryByText(warning)).not.toBeInTheDocument();
  await user.tab();
  expect(screen.getByText(warning)).toBeVisible();
  await remove(4);
  expect(screen.queryByText(warning)).not.toBeInTheDocument();
  expect(entry(3)).toHaveFocus();
  await remove(1);
  expect(entry(1)).toHaveFocus();
  expect(entry(1)).toHaveValue('two');
  await remove(1);
  await remove(1);
  expect(add).toHaveFocus();
});
