import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LoadableBody } from './LoadableBody';

it('shows content that is stale, and says so', () => {
  render(
    <LoadableBody value={{ status: 'loaded', data: 'rows', staleSince: Date.now() }} what="virtual machines">
      {(data) => <p>{data}</p>}
    </LoadableBody>,
  );
  expect(screen.getByText('rows')).toBeVisible();
  expect(screen.getByText(/Not up to date since/)).toBeVisible();
});
