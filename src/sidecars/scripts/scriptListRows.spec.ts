import { describe, expect, it } from 'vitest';
import type { HookScript } from './hookScripts';
import { scriptListQuery, type ScriptListQuery } from './scriptListQuery';
import { scriptId, scriptListRows } from './scriptListRows';

const script = (name: string, more: Partial<HookScript> = {}): HookScript => ({
  configMap: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'ns' } },
  key: 'k',
  hookPoints: ['onDefineDomain'],
  inDefaultImage: true,
  users: [],
  sizeBytes: 1,
  lastChange: undefined,
  reason: 'labelled',
  ...more,
});

const user = {
  object: { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { namespace: 'ns', name: 'vm' } },
  running: false,
};
const scripts = [
  script('script-10', { users: [user], sizeBytes: 5, lastChange: '2026-01-01T00:00:00Z' }),
  script('script-2', { hookPoints: ['preCloudInitIso'], sizeBytes: 9 }),
  script('alpha', { users: [user, user], hookPoints: [], lastChange: '2026-02-01T00:00:00Z' }),
];

const shown = (query: Partial<ScriptListQuery>): string[] =>
  scriptListRows(scripts, { ...scriptListQuery.read(new URLSearchParams()), ...query }).items.map(
    ({ configMap }) => configMap.metadata.name,
  );

describe('scriptListRows', () => {
  it.each<[Partial<ScriptListQuery>, string[]]>([
    [{}, ['alpha', 'script-2', 'script-10']],
    [{ direction: 'desc' }, ['script-10', 'script-2', 'alpha']],
    [{ sortBy: 'users', direction: 'desc' }, ['alpha', 'script-10', 'script-2']],
    [{ sortBy: 'size' }, ['alpha', 'script-10', 'script-2']],
    [{ sortBy: 'changed' }, ['script-2', 'script-10', 'alpha']],
    [{ sortBy: 'hookPoint' }, ['alpha', 'script-10', 'script-2']],
    [{ sortBy: 'namespace', direction: 'desc' }, ['alpha', 'script-2', 'script-10']],
    [{ name: ' SCRIPT' }, ['script-2', 'script-10']],
    [{ name: 'alpha/k' }, ['alpha']],
    [{ hookPoints: ['preCloudInitIso'] }, ['script-2']],
    [{ uses: ['unused'] }, ['script-2']],
    [{ uses: ['used', 'unused'] }, ['alpha', 'script-2', 'script-10']],
  ])('shows for %j: %j', (query, names) => {
    expect(shown(query)).toEqual(names);
  });

  it('takes a script for neither used nor unused where that is not known', () => {
    const query = scriptListQuery.read(new URLSearchParams('use=used&use=unused'));
    expect(scriptListRows([script('s', { users: undefined })], query).count).toBe(0);
  });

  it('shows the last page where there is no such page any more', () => {
    const query = { ...scriptListQuery.read(new URLSearchParams()), page: 9, perPage: 2 };
    expect(scriptListRows(scripts, query)).toMatchObject({
      count: 3,
      page: 2,
      items: [{ configMap: { metadata: { name: 'script-10' } } }],
    });
  });

  it('distinguishes scripts of one ConfigMap', () => {
    expect(scriptId(script('a', { key: 'x' }))).not.toBe(scriptId(script('a', { key: 'y' })));
  });
});
