import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { kubeconfigPaths } from './kubeconfigPaths';
import type { KubeconfigChoice } from './loadKubeconfig';
import { loadKubeconfig } from './loadKubeconfig';

const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let written = 0;
const write = (content: unknown): string => {
  const path = join(folder, `config-${written++}`);
  writeFileSync(path, typeof content === 'string' ? content : stringify(content));
  return path;
};

const config = (
  name: string,
  more: Record<string, unknown> = {},
  user: Record<string, unknown> = {},
): unknown => ({
  clusters: [{ name, cluster: { server: `https://${name}.example:6443` } }],
  users: [{ name, user }],
  contexts: [{ name, context: { cluster: name, user: name } }],
  'current-context': name,
  ...more,
});

const load = (paths: string[], choice: Partial<KubeconfigChoice> = {}): ReturnType<typeof loadKubeconfig> =>
  loadKubeconfig({ paths, context: undefined, as: undefined, asGroups: [], ...choice });

describe('the kubeconfig files', () => {
  const there = write(config('a'));
  const gone = join(folder, 'gone');

  it.each([
    ['the one that is named', there, {}, [there]],
    ['those of $KUBECONFIG that exist', '', { KUBECONFIG: `${gone}:${there}` }, [there]],
  ])('are %s', (_name, given, environment, paths) => {
    expect(kubeconfigPaths(given, environment)).toEqual(paths);
  });

  it('default to the one in the home folder', () => {
    expect(() => kubeconfigPaths('', { HOME: folder })).toThrow(
      `There is no kubeconfig at ${folder}/.kube/config and $KUBECONFIG is not set. Name one: --kubeconfig PATH.`,
    );
  });

  it.each([
    [gone, {}, `There is no kubeconfig at ${gone}.`],
    ['', { KUBECONFIG: gone }, `There is no kubeconfig at ${gone}, where $KUBECONFIG says.`],
  ])('are missed: %s %o', (given, environment, sentence) => {
    expect(() => kubeconfigPaths(given, environment)).toThrow(sentence);
  });
});

describe('a kubeconfig', () => {
  it('has its current context, or the named one of several files', () => {
    const paths = [write(config('a')), write(config('b'))];
    expect(load(paths)).toMatchObject({ context: 'a', cluster: { server: 'https://a.example:6443' } });
    expect(load(paths, { context: 'b' })).toMatchObject({ context: 'b', user: { name: 'b' } });
  });

  it('of the first file takes precedence over later ones', () => {
    const first = write(config('a', {}, { token: 'first' }));
    const second = write(config('a', {}, { token: 'second' }));
    expect(load([first, second]).user.token).toBe('first');
  });

  it.each<[string, unknown, Partial<KubeconfigChoice>, RegExp]>([
    ['no YAML', 'a: [secret', {}, /config-\d+ is no YAML: see line \d+\.$/],
    ['something else', { kind: 'Secret', token: 'secret' }, {}, /is no kubeconfig: it lists no contexts\.$/],
    ['an unknown context', config('a'), { context: 'x' }, /There is no context “x” in .*\. There are: a\.$/],
    [
      'no current context',
      config('a', { 'current-context': '' }),
      {},
      /has no current context.*There are: a\.$/,
    ],
    [
      'a cluster that is missing',
      config('a', { clusters: [] }),
      {},
      /names the cluster “a”, which is not there\.$/,
    ],
    ['a user who is missing', config('a', { users: [] }), {}, /names the user “a”, who is not there\.$/],
    [
      'a cluster without server',
      config('a', { clusters: [{ name: 'a', cluster: {} }] }),
      {},
      /server is missing\.$/,
    ],
    [
      'a server that is no address',
      config('a', { clusters: [{ name: 'a', cluster: { server: 'api.example:6443' } }] }),
      {},
      /^The server of the cluster “a” is no address: it needs https:\/\/HOST:PORT\.$/,
    ],
    [
      'a plugin that has to ask questions',
      config('a', {}, { exec: { command: 'login', interactiveMode: 'Always', args: ['secret'] } }),
      {},
      /^The credential plugin “login” of user “a” has to ask questions, which it cannot here/,
    ],
  ])('that is or has %s is refused without quoting it', (_name, content, choice, sentence) => {
    const path = write(content);
    expect(() => load([path], choice)).toThrow(sentence);
    expect(() => load([path], choice)).not.toThrow(/secret/);
  });

  it('uses its own proxy, else that of the environment', () => {
    vi.stubEnv('HTTPS_PROXY', 'http://everywhere:3128');
    expect(load([write(config('a'))]).cluster.proxyUrl).toBe('http://everywhere:3128');
    const cluster = { server: 'https://a.example', 'proxy-url': 'http://own:3128' };
    const own = config('a', { clusters: [{ name: 'a', cluster }] });
    expect(load([write(own)]).cluster.proxyUrl).toBe('http://own:3128');
    vi.unstubAllEnvs();
  });

  it('may have no user', () => {
    const path = write(config('a', { contexts: [{ name: 'a', context: { cluster: 'a' } }] }));
    expect(load([path]).user).toStrictEqual({ name: '', impersonateUser: undefined });
  });

  it('passes a plugin its folder, and the cluster if it asks', () => {
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: './login',
      provideClusterInfo: true,
    };
    const { user } = load([write(config('a', {}, { exec }))]);
    const prepared = user.exec as { command: string; env: { name: string; value: string }[] };
    expect(prepared.command).toBe(join(folder, 'login'));
    expect(JSON.parse(prepared.env[0]?.value ?? '')).toMatchObject({
      kind: 'ExecCredential',
      spec: { interactive: false, cluster: { server: 'https://a.example:6443' } },
    });
  });

  const impersonating = { as: 'joe', 'as-groups': ['x'], 'as-uid': '7', 'as-user-extra': { scope: ['s'] } };
  it.each<[string, Record<string, unknown>, Partial<KubeconfigChoice>, Record<string, unknown>]>([
    ['nobody', {}, {}, {}],
    [
      'whom it names',
      impersonating,
      {},
      {
        'Impersonate-User': 'joe',
        'Impersonate-Group': ['x'],
        'Impersonate-Uid': '7',
        'Impersonate-Extra-scope': ['s'],
      },
    ],
    [
      'whom the command line names, and nothing of the other',
      impersonating,
      { as: 'ann', asGroups: ['y'] },
      {
        'Impersonate-User': 'ann',
        'Impersonate-Group': ['y'],
      },
    ],
  ])('acts as %s', (_name, user, choice, headers) => {
    expect(load([write(config('a', {}, user))], choice).impersonation).toEqual(headers);
  });
});
