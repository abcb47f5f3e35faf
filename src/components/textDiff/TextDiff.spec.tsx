import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../../testing/renderInConsole';
import { TextDiff } from './TextDiff';

const text = (word: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join('');

describe('a comparison', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(async () => {
    await cluster.close();
  });
  const rows = (): number => screen.getAllByText(/^(Added|Removed):$/).length;

  it('shows a few lines completely', async () => {
    await renderInConsole(<TextDiff before="a" after="b" label="Change" />, { cluster });
    expect(rows()).toBe(2);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('of tens of thousands of lines shows some, more on request, and downloads all', async () => {
    let saved: Blob | undefined;
    // jsdom has no object URLs.
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved = blob;
        return '#';
      },
      revokeObjectURL: () => undefined,
    });
    await renderInConsole(
      <TextDiff before={text('old', 30_000)} after={text('new', 20_000)} label="Change" />,
      { cluster },
    );
    expect(rows()).toBe(500);
    expect(screen.getByRole('status')).toHaveTextContent('The first 500 of 50000 lines are shown.');
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(rows()).toBe(1000);
    expect(screen.getByRole('status')).toHaveTextContent('The first 1000 of 50000 lines are shown.');
    await userEvent.click(screen.getByRole('button', { name: 'Download all' }));
    const lines = (await saved?.text())?.split('\n');
    expect(lines).toHaveLength(50_001);
    expect(lines?.[29_999]).toBe('-old 29999');
    expect(lines?.at(-2)).toBe('+new 19999');
  });
});
