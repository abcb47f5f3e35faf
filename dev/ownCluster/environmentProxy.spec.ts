import { expect, it } from 'vitest';
import { environmentProxy } from './environmentProxy';

const PROXY = { HTTPS_PROXY: 'http://proxy:3128' };

it.each<[string, NodeJS.ProcessEnv, string | undefined]>([
  ['https://api.example:6443', {}, undefined],
  ['https://api.example:6443', PROXY, 'http://proxy:3128'],
  ['https://api.example:6443', { https_proxy: 'proxy:3128' }, 'http://proxy:3128'],
  ['http://api.example', PROXY, undefined],
  ['http://api.example', { HTTP_PROXY: 'http://other' }, 'http://other'],
  ['https://127.0.0.1:6443', PROXY, undefined],
  ['https://localhost:6443', PROXY, undefined],
  ['https://api.example:6443', { ...PROXY, NO_PROXY: '*' }, undefined],
  ['https://api.example:6443', { ...PROXY, NO_PROXY: 'other, example' }, undefined],
  ['https://api.example:6443', { ...PROXY, no_proxy: '.example' }, undefined],
  ['https://api.example:6443', { ...PROXY, NO_PROXY: '*.example' }, undefined],
  ['https://api.example:6443', { ...PROXY, NO_PROXY: 'api.example:6443' }, undefined],
  ['https://api.example:6443', { ...PROXY, NO_PROXY: 'api.example:443' }, 'http://proxy:3128'],
  ['https://example:6443', { ...PROXY, NO_PROXY: '.example' }, 'http://proxy:3128'],
  ['https://myexample:6443', { ...PROXY, NO_PROXY: 'example' }, 'http://proxy:3128'],
])('%s with %o goes by %s', (server, environment, proxy) => {
  expect(environmentProxy(server, environment)).toBe(proxy);
});
