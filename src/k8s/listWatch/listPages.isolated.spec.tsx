import { waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { PodModel } from '../models';
import { listPages, type ListWatchQuery } from './listPages';
import { parseInWorker } from './pageParser';
import { parsePage, type ParsedPage } from './parsePage';

vi.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetch: vi.fn() }));
vi.mock('./pageParser', () => ({ parseInWorker: vi.fn() }));

const QUERY: ListWatchQuery = { model: PodModel, namespace: 'ns' };

/** Pages with one pod each, named by its number; custom resources have the token at the end. */
const answer = (number: number, pages: number): Response =>
  new Response(
    JSON.stringify({
      items: [{ metadata: { name: String(number) } }],
      metadata: { resourceVersion: '9', ...(number < pages ? { continue: `token-${String(number)}` } : {}) },
    }),
  );

const fetched = (): (string | null)[] =>
  vi
    .mocked(consoleFetch)
    .mock.calls.map(([path]) => new URL(path, 'http://console').searchParams.get('continue'));

/** Callbacks that finish parsing, in any order. */
const parses: (() => void)[] = [];

beforeEach(() => {
  vi.clearAllMocks();
  parses.length = 0;
  vi.mocked(parseInWorker).mockImplementation(
    async (bytes, type) =>
      new Promise<ParsedPage>((resolve) => {
        parses.push(() => {
          resolve(parsePage(bytes, type));
        });
      }),
  );
});

const list = (): { names: string[]; end: Promise<string>; abort: () => void } => {
  const names: string[] = [];
  const controller = new AbortController();
  const end = listPages(
    QUERY,
    (items) => {
      names.push(...items.map(({ metadata }) => metadata.name));
    },
    controller.signal,
  );
  return {
    names,
    end,
    abort: () => {
      controller.abort();
    },
  };
};

it('fetches only one page while the previous one is parsed', async () => {
  let page = 0;
  vi.mocked(consoleFetch).mockImplementation(async () => {
    page += 1;
    return Promise.resolve(answer(page, 4));
  });
  const { names, end } = list();
  await waitFor(() => {
    expect(parses).toHaveLength(2);
  });
  expect(fetched()).toEqual([null, 'token-1']);
  parses[1]?.();
  await Promise.resolve();
  expect([names, parses.length]).toEqual([[], 2]);
  parses[0]?.();
  await waitFor(() => {
    expect(parses).toHaveLength(4);
  });
  expect(names).toEqual(['1', '2']);
  parses[3]?.();
  parses[2]?.();
  expect(await end).toBe('9');
  expect(names).toEqual(['1', '2', '3', '4']);
});

it('delivers nothing after it has failed', async () => {
  vi.mocked(consoleFetch).mockResolvedValueOnce(answer(1, 3)).mockRejectedValueOnce(new Error('Bad gateway'));
  const { names, end } = list();
  const failed = vi.fn();
  end.catch(failed);
  await waitFor(() => {
    expect(fetched()).toHaveLength(2);
  });
  expect(failed).not.toHaveBeenCalled();
  parses[0]?.();
  await expect(end).rejects.toThrow('Bad gateway');
  expect(names).toEqual(['1']);
});

it('delivers nothing after it was stopped', async () => {
  vi.mocked(consoleFetch).mockResolvedValueOnce(answer(1, 1));
  const { names, end, abort } = list();
  await waitFor(() => {
    expect(parses).toHaveLength(1);
  });
  abort();
  parses[0]?.();
  await expect(end).rejects.toThrow('aborted');
  expect(names).toEqual([]);
});
