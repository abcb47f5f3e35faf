import { beforeEach, expect, it, vi } from 'vitest';
import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { PodModel } from '../models';
import { listPages, type ListWatchQuery } from './listPages';

vi.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetch: vi.fn() }));

const QUERY: ListWatchQuery = { model: PodModel, namespace: 'ns' };

/** Pages with one pod each, named by its number. */
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

beforeEach(() => {
  vi.resetAllMocks();
});

const list = (controller = new AbortController()): { names: string[]; end: Promise<string> } => {
  const names: string[] = [];
  const end = listPages(
    QUERY,
    (items) => {
      names.push(...items.map(({ metadata }) => metadata.name));
    },
    controller.signal,
  );
  return { names, end };
};

it('delivers all pages in order', async () => {
  let page = 0;
  vi.mocked(consoleFetch).mockImplementation(async () => {
    page += 1;
    return Promise.resolve(answer(page, 3));
  });
  const { names, end } = list();
  expect(await end).toBe('9');
  expect(names).toEqual(['1', '2', '3']);
  expect(fetched()).toEqual([null, 'token-1', 'token-2']);
});

it('delivers the pages before a failure', async () => {
  vi.mocked(consoleFetch).mockResolvedValueOnce(answer(1, 3)).mockRejectedValueOnce(new Error('Bad gateway'));
  const { names, end } = list();
  await expect(end).rejects.toThrow('Bad gateway');
  expect(names).toEqual(['1']);
});

it('delivers nothing after it was stopped', async () => {
  const controller = new AbortController();
  vi.mocked(consoleFetch).mockImplementationOnce(async () => {
    controller.abort();
    return Promise.resolve(answer(1, 1));
  });
  const { names, end } = list(controller);
  await expect(end).rejects.toThrow('aborted');
  expect(names).toEqual([]);
});
