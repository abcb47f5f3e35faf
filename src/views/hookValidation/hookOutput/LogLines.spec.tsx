import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import '../../../testing/renderInConsole';
import { LogLines } from './LogLines';

it.each([
  [0, '00:05:06.007'],
  [12, '12:05:06.007'],
  [23, '23:05:06.007'],
])('shows hour %i of the day as %s', (hour, clock) => {
  const time = new Date(2026, 0, 2, hour, 5, 6, 7).toISOString();
  const line = { time, level: undefined, hook: undefined, message: 'said', raw: 'said' };
  render(<LogLines lines={[line]} isRaw={false} label="Log" />);
  expect(screen.getByRole('row', { name: /said/ })).toHaveTextContent(clock);
});
