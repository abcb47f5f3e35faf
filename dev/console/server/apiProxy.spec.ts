import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from './testing/rawRequest';
import type { TestConsole } from './testing/testConsole';
import { startTestConsole } from './testing/testConsole';

describe('requests to the API server', () => {
  let console_: TestConsole;
  let port: number;
  let token: string;

  beforeAll(async () => {
    console_ = await startTestConsole();
    ({ port } = console_.server);
    const page = await rawRequest(port, '/', { headers: { accept: 'text/html' } });
    token = /csrf-token=([^;]+)/.exec(page.headers['set-cookie']?.[0] ?? '')?.[1] ?? '';
  });
  afterAll(async () => {
    await console_.close();
  });

  it('are sent as the persona, without the browser’s cookies and headers', async () => {
    await rawRequest(port, '/api/kubernetes/api/v1/pods?limit=2&labelSelector=a%3Db', {
      headers: {
        cookie: 'embedded-persona=viewer; other=1',
        authorization: 'Bearer stolen',
        accept: 'application/json',
      },
    });
    const seen = console_.upstream.requests.at(-1);
    expect(seen?.url).toBe('/api/v1/pods?limit=2&labelSelector=a%3Db');
    expect(seen?.headers.authorization).toBe('Bearer token-of-viewer');
    expect(seen?.headers.cookie).toBeUndefined();
    expect(seen?.headers.accept).toBe('application/json');
  });

  it('return data that a browser does not run, without cookies', async () => {
    const answer = await rawRequest(port, '/api/kubernetes/missing');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-security-policy']).toBe('sandbox');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toBe('{"url":"/missing"}');
  });

  it('may write only with the token in header and cookie', async () => {
    const send = async (headers: Record<string, string>): Promise<number> =>
      (await rawRequest(port, '/api/kubernetes/api/v1/pods', { method: 'POST', headers, body: '{"a":1}' }))
        .status;
    const before = console_.upstream.requests.length;
    expect(await send({})).toBe(403);
    expect(await send({ 'x-csrftoken': token })).toBe(403);
    expect(await send({ cookie: `csrf-token=${token}` })).toBe(403);
    expect(await send({ 'x-csrftoken': 'x', cookie: 'csrf-token=x' })).toBe(403);
    expect(console_.upstream.requests).toHaveLength(before);
    expect(await send({ 'x-csrftoken': token, cookie: `csrf-token=${token}` })).toBe(200);
    expect(console_.upstream.requests.at(-1)).toMatchObject({ method: 'POST', body: '{"a":1}' });
  });

  it('forward impersonation for the admin and refuse it to others', async () => {
    const headers = { 'impersonate-user': 'jane', 'impersonate-group': 'devs' };
    await rawRequest(port, '/api/kubernetes/api', { headers });
    expect(console_.upstream.requests.at(-1)?.headers).toMatchObject(headers);
    const refused = await rawRequest(port, '/api/kubernetes/api', {
      headers: { ...headers, cookie: 'embedded-persona=editor' },
    });
    expect(refused.status).toBe(403);
    expect(JSON.parse(refused.body)).toMatchObject({ kind: 'Status', reason: 'Forbidden' });
  });

  it('stream: the first bytes arrive before the last are sent', async () => {
    const response = await fetch(`http://127.0.0.1:${String(port)}/api/kubernetes/slow`);
    const reader = response.body?.getReader();
    const text = new TextDecoder();
    expect(text.decode((await reader?.read())?.value)).toBe('first');
    await rawRequest(port, '/api/kubernetes/go');
    expect(text.decode((await reader?.read())?.value)).toBe('second');
  });

  it('have a limit', async () => {
    const answer = await rawRequest(port, '/api/kubernetes/api/v1/pods', {
      method: 'POST',
      headers: {
        'x-csrftoken': token,
        cookie: `csrf-token=${token}`,
        'content-length': String(64 * 1024 * 1024),
      },
    }).catch((error: unknown) => error);
    expect(answer).toMatchObject({ status: 413 });
  });

  it('say when the API server does not answer', async () => {
    const lone = await startTestConsole();
    await lone.upstream.close();
    const answer = await rawRequest(lone.server.port, '/api/kubernetes/api');
    expect(answer.status).toBe(502);
    expect(answer.body).toContain('does not answer');
    await lone.server.close();
  });
});
