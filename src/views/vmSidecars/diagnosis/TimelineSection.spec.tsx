import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { TimelineEntry } from '../../../sidecars/diagnosis/timeline';
import { TimelineSection } from './TimelineSection';

const entries = Array.from({ length: 1_000 }, (_none, index): TimelineEntry => ({
  time: new Date(index * 1_000).toISOString(),
  kind: 'failure',
  source: { kind: 'event', object: 'VirtualMachine', name: 'vm', reason: 'Failed' },
  quote: `failure ${index}`,
}));

it('shows a long timeline in steps', async () => {
  const user = userEvent.setup();
  render(<TimelineSection entries={entries} />);
  await user.click(screen.getByText('Timeline'));
  expect(screen.getAllByText(/^failure /)).toHaveLength(30);
  await user.click(screen.getByText(/^Show .* earlier/));
  expect(screen.getAllByText(/^failure /)).toHaveLength(130);
});

it('says that events were left out', () => {
  render(<TimelineSection entries={entries} omittedEvents={9_000} />);
  expect(screen.getByText(/^There are too many events/)).toBeVisible();
});
