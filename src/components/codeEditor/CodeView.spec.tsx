import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, it } from 'vitest';
import '../../testing/renderInConsole';
import { CodeView } from './CodeView';

it.each([true, false])(
  'keeps its surroundings visible while the editor loads (read-only: %s)',
  async (isReadOnly) => {
    render(
      <Suspense fallback="The whole page is blank">
        <p>What stands beside it</p>
        <CodeView text="echo hello" language="shell" label="Script" isReadOnly={isReadOnly} />
      </Suspense>,
    );
    expect(await screen.findByText('What stands beside it')).toBeVisible();
    expect(screen.queryByText('The whole page is blank')).not.toBeInTheDocument();
  },
);
