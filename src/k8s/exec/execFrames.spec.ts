import { describe, expect, it } from 'vitest';
import { decodeFrame, decodeStatus, stdinFrames } from './execFrames';

const frame = (...bytes: number[]): ArrayBuffer => new Uint8Array(bytes).buffer;

describe('decodeFrame', () => {
  it.each([
    { channel: 'stdout', data: frame(1, 104, 105), payload: [104, 105] },
    { channel: 'stderr', data: frame(2, 33), payload: [33] },
    { channel: 'status', data: frame(3, 123, 125), payload: [123, 125] },
    { channel: 'stdout', data: frame(1), payload: [] },
  ])('reads $payload on $channel', ({ channel, data, payload }) => {
    const decoded = decodeFrame(data);
    expect(decoded?.channel).toBe(channel);
    expect([...(decoded?.payload ?? [])]).toEqual(payload);
  });

  it.each([
    ['an empty frame', frame()],
    ['stdin, which a server never sends', frame(0, 1)],
    ['the resize channel', frame(4, 1)],
    ['the close signal of v5', frame(255, 1)],
    ['text', '1hello'],
    ['nothing', undefined],
  ])('answers undefined for %s', (_what, data) => {
    expect(decodeFrame(data)).toBeUndefined();
  });
});

describe('stdinFrames', () => {
  it('cuts the bytes into frames of at most 4,000, because the real console drops larger ones', () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, index) => index % 251);
    const frames = stdinFrames(bytes);
    expect(frames.every(([channel]) => channel === 0)).toBe(true);
    expect(Math.max(...frames.map(({ length }) => length))).toBe(4000);
    expect(frames.flatMap((frame) => [...frame.subarray(1)])).toEqual([...bytes]);
    expect(stdinFrames(new Uint8Array())).toEqual([]);
  });
});

describe('decodeStatus', () => {
  const failure = (details: unknown): string =>
    JSON.stringify({ kind: 'Status', status: 'Failure', message: 'it failed', details });

  it.each([
    ['success', '{"metadata":{},"status":"Success"}', { kind: 'succeeded' }],
    [
      'an exit code',
      failure({
        causes: [
          { reason: 'Other', message: '7' },
          { reason: 'ExitCode', message: '1' },
        ],
      }),
      { kind: 'exited', exitCode: 1, message: 'it failed' },
    ],
    ['no causes', failure({}), { kind: 'notStarted', message: 'it failed' }],
    ['causes that are no list', failure({ causes: 'x' }), { kind: 'notStarted', message: 'it failed' }],
    ['no details', '{"status":"Failure"}', { kind: 'notStarted', message: '' }],
    [
      'an exit code that is no number',
      failure({ causes: [{ reason: 'ExitCode', message: '' }] }),
      { kind: 'notStarted', message: 'it failed' },
    ],
  ])('reads %s', (_what, text, expected) => {
    expect(decodeStatus(text)).toEqual(expected);
  });

  it.each(['', '{', 'null', '[]', '"Success"', '{}', '{"status":"Maybe"}'])(
    'answers undefined for %j',
    (text) => {
      expect(decodeStatus(text)).toBeUndefined();
    },
  );
});
