import { describe, expect, it, vi } from 'vitest';
import { STDIN_QUEUE_BYTES, StdinQueue } from './stdinQueue';

const queueWithSource = () => {
  const source = { pause: vi.fn(), resume: vi.fn() };
  return { source, queue: new StdinQueue(source) };
};

const lengthsRead = async (queue: StdinQueue): Promise<number[]> => {
  const lengths: number[] = [];
  for await (const chunk of queue) {
    lengths.push(chunk.length);
  }
  return lengths;
};

describe('StdinQueue', () => {
  it('gives what was pushed before its end, in order', async () => {
    const { queue, source } = queueWithSource();
    [1, 0, 3].forEach((length) => {
      queue.push(new Uint8Array(length));
    });
    queue.end();
    queue.push(new Uint8Array(4));
    expect(await lengthsRead(queue)).toEqual([1, 3]);
    expect(source.pause).not.toHaveBeenCalled();
  });

  it.each([
    ['one large chunk', STDIN_QUEUE_BYTES],
    ['many small ones', 1],
  ])('pauses its source over %s, once, until half of it is read', async (_what, length) => {
    const { queue, source } = queueWithSource();
    let pushed = 0;
    while (source.pause.mock.calls.length === 0) {
      queue.push(new Uint8Array(length));
      pushed += 1;
    }
    expect(pushed * length).toBeLessThanOrEqual(STDIN_QUEUE_BYTES);
    queue.push(new Uint8Array(length));
    expect(source.pause).toHaveBeenCalledOnce();
    expect(source.resume).not.toHaveBeenCalled();
    queue.end();
    expect(await lengthsRead(queue)).toHaveLength(pushed + 1);
    expect(source.resume).toHaveBeenCalledOnce();
  });

  it('does not block its source when nobody reads any more, and buffers nothing', async () => {
    const { queue, source } = queueWithSource();
    queue.push(new Uint8Array(STDIN_QUEUE_BYTES));
    queue.close();
    queue.push(new Uint8Array(STDIN_QUEUE_BYTES));
    expect(source.resume).toHaveBeenCalledOnce();
    expect(source.pause).toHaveBeenCalledOnce();
    expect(await lengthsRead(queue)).toEqual([]);
  });
});
