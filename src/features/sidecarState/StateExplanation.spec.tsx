import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import '../../testing/renderInConsole';
import { StateExplanation } from './StateExplanation';

it('quotes the cluster without what may be secret', () => {
  const quote = 'pulling {image: x, password: geheim} failed';
  render(
    <StateExplanation
      kind="failing"
      reasons={[{ code: 'containerWaiting', params: { container: 'hook-sidecar-0', reason: 'x' }, quote }]}
    />,
  );
  expect(screen.getByRole('group', { name: 'What the cluster said' })).toHaveTextContent(
    'pulling {image: x, password: ***} failed',
  );
});
