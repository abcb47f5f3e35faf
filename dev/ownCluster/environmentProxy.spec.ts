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
  ['https://10.1.2.3:6443', { ...PROXY, NO_PROXY: '10.0.0.0/8' }, undefined],
  ['https://10.1.2.3:6443', { ...PROXY, NO_PROXY: 'example, 10.1.2.3' }, undefined],
  ['https://11.1.2.3:6443', { ...PROXY, NO_PROXY: '10.0.0.0/8' }, 'http://proxy:3128'],
  ['https://10.1.2.3:6443', { ...PROXY, NO_PROXY: '10.0.0.0/33,10.0.0.0/x,/8' }, 'http://proxy:3128'],
  ['https://[fd00::1]:6443', { ...PROXY, NO_PROXY: 'fd00::/8' }, undefined],
  ['https://[fd00::1]:6443', { ...PROXY, NO_PROXY: 'fd00::1' }, undefined],
  ['https://[fe80::1]:6443', { ...PROXY, NO_PROXY: '0.0.0.0/0,fd00::/8' }, 'http://proxy:3128'],
  ['https://api.example:6443', { ...PROXY, NO_PROXY: '0.0.0.0/0' }, 'http://proxy:3128'],
])('%s with %o goes by %s', (server, environment, proxy) => {
  expect(environmentProxy(server, environment)).toBe(proxy);
});
