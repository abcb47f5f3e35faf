import { HttpError } from '@openshift-console/dynamic-plugin-sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeFailure } from './apiError';

const answered = (code: number, headers: Record<string, string>, json?: unknown): unknown =>
  new HttpError('as text', code, new Response(null, { status: code, headers }), json);

describe('what went wrong', () => {
  it.each([
    [
      'a Status',
      answered(500, {}, { message: 'etcd is gone', reason: 'InternalError' }),
      500,
      'etcd is gone',
    ],
    ['an answer that is no Status', answered(502, {}), 502, 'as text'],
    ['an error that went through redux', { response: { status: 403 }, message: 'no' }, 403, 'no'],
    ['a failed connection', new TypeError('Failed to fetch'), undefined, 'Failed to fetch'],
    ['text', 'broken', undefined, 'broken'],
    ['nothing', undefined, undefined, 'Unknown error'],
    ['null', null, undefined, 'Unknown error'],
    ['a message that is no text', { message: { toString: 1 }, code: 'x' }, undefined, 'Unknown error'],
  ])('%s', (_what, error, code, message) => {
    expect(describeFailure(error)).toMatchObject({ code, message });
  });

  it('says why there is no answer', () => {
    expect(describeFailure(new TypeError('Failed to fetch')).noAnswer).toBe('network');
    expect(describeFailure(Object.assign(new Error('late'), { url: '/x', ms: 60_000 })).noAnswer).toBe(
      'timeout',
    );
    expect(describeFailure(answered(500, {})).noAnswer).toBeUndefined();
  });
});

describe('Retry-After', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['7', 7000],
    ['0', 0],
    ['86400', 300_000],
    ['Thu, 01 Jan 2026 00:00:10 GMT', 10_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
  ])('of %s', (value, expected) => {
    expect(describeFailure(answered(429, { 'retry-after': value })).retryAfterMs).toBe(expected);
  });

  it('is usually absent', () => {
    expect(describeFailure(answered(500, {})).retryAfterMs).toBeUndefined();
  });
});
