import { describe, expect, it, vi } from 'vitest';
import { createPageParser } from './pageParser';
import { parsePage, type ListedType, type ParseAnswer, type ParseQuestion } from './parsePage';

const TYPE: ListedType = {
  fields: { metadata: { name: true, namespace: true } },
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
};

/** A page with one VM, large enough for the worker. */
const page = (name: string, more: Record<string, unknown> = {}): ArrayBuffer =>
  new TextEncoder().encode(
    JSON.stringify({
      metadata: { resourceVersion: '5', ...more },
      items: [
        {
          metadata: { name, namespace: 'ns', annotations: { description: 'x'.repeat(70_000) } },
          spec: { template: { spec: { domain: { devices: {} } } } },
          status: { printableStatus: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
        },
      ],
    }),
  ).buffer;

/** A worker with controlled answers. */
class FakeWorker extends EventTarget {
  readonly terminate = vi.fn();
  private readonly answer: ((question: ParseQuestion) => ParseAnswer) | undefined;

  constructor(answer?: (question: ParseQuestion) => ParseAnswer) {
    super();
    this.answer = answer;
  }

  postMessage(question: ParseQuestion): void {
    if (this.answer !== undefined) {
      this.dispatchEvent(new MessageEvent('message', { data: this.answer(question) }));
    }
  }
}

const asWorker = (worker: FakeWorker): Worker => worker as unknown as Worker;
const byTheBook = ({ id, bytes, type }: ParseQuestion): ParseAnswer => ({ id, page: parsePage(bytes, type) });

const nameOf = async (parse: ReturnType<typeof createPageParser>, name: string): Promise<unknown> =>
  (await parse(page(name), TYPE)).items.map(({ metadata }) => metadata.name);

describe('parsePage', () => {
  it('keeps the requested fields, adds the type, and returns the token and the remaining count', () => {
    expect(parsePage(page('a', { continue: 'token', remainingItemCount: 7 }), TYPE)).toEqual({
      items: [
        {
          apiVersion: 'kubevirt.io/v1',
          kind: 'VirtualMachine',
          metadata: { name: 'a', namespace: 'ns' },
        },
      ],
      resourceVersion: '5',
      next: 'token',
      remaining: 7,
    });
  });

  it.each([{}, { continue: '' }])('ends with %j', (metadata) => {
    expect(parsePage(page('a', metadata), TYPE)).toMatchObject({ next: undefined, remaining: 0 });
  });
});

describe('createPageParser', () => {
  it('uses one worker for all pages', async () => {
    const start = vi.fn(() => asWorker(new FakeWorker(byTheBook)));
    const parse = createPageParser(start);
    expect(await Promise.all([nameOf(parse, 'a'), nameOf(parse, 'b')])).toEqual([['a'], ['b']]);
    expect(start).toHaveBeenCalledOnce();
  });

  it('ends an idle worker, even if small pages are parsed meanwhile', async () => {
    vi.useFakeTimers();
    const worker = new FakeWorker(byTheBook);
    const parse = createPageParser(() => asWorker(worker));
    await nameOf(parse, 'a');
    const small = new TextEncoder().encode('{"metadata": {}, "items": []}').buffer;
    await parse(small, TYPE);
    vi.runAllTimers();
    vi.useRealTimers();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('keeps a worker that gets work again', async () => {
    vi.useFakeTimers();
    const answers: (() => void)[] = [];
    const worker = new FakeWorker();
    worker.postMessage = (question) => {
      answers.push(() => worker.dispatchEvent(new MessageEvent('message', { data: byTheBook(question) })));
    };
    const parse = createPageParser(() => asWorker(worker));
    const first = nameOf(parse, 'a');
    answers.shift()?.();
    await first;
    const second = nameOf(parse, 'b');
    vi.runAllTimers();
    expect(worker.terminate).not.toHaveBeenCalled();
    answers.shift()?.();
    expect(await second).toEqual(['b']);
    vi.runAllTimers();
    vi.useRealTimers();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it.each<[string, () => Worker | undefined]>([
    ['there are no workers', () => undefined],
    [
      'workers are forbidden',
      () => {
        throw new DOMException('The policy forbids it', 'SecurityError');
      },
    ],
  ])('reads pages itself where %s', async (_case, start) => {
    expect(await nameOf(createPageParser(start), 'a')).toEqual(['a']);
  });

  it('parses pages itself if the worker could not be loaded, and starts no other worker', async () => {
    const worker = new FakeWorker();
    const start = vi.fn(() => asWorker(worker));
    const parse = createPageParser(start);
    const first = nameOf(parse, 'a');
    worker.dispatchEvent(new Event('error'));
    expect(await first).toEqual(['a']);
    expect(await nameOf(parse, 'b')).toEqual(['b']);
    expect(start).toHaveBeenCalledOnce();
    expect(worker.terminate).toHaveBeenCalled();
  });

  it('rejects invalid JSON, with and without the worker', async () => {
    const broken = new TextEncoder().encode(`{"items": [${' '.repeat(70_000)}`).buffer;
    const refusing = new FakeWorker(({ id }) => ({ id, problem: 'Unexpected end' }));
    await expect(createPageParser(() => asWorker(refusing))(broken, TYPE)).rejects.toThrow('Unexpected end');
    await expect(createPageParser(() => undefined)(broken, TYPE)).rejects.toThrow(SyntaxError);
  });
});
