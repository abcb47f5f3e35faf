import { expect, it } from 'vitest';
import { workbenchPath } from './workbenchPath';

it.each([
  [{}, '~new'],
  [{ attachTo: 'vm' }, '~new?attachTo=vm'],
  [
    { wanted: { name: 'lost', key: 'run.py', hookPoint: 'preCloudInitIso' as const } },
    '~new?name=lost&key=run.py&hookPoint=preCloudInitIso',
  ],
  [{ wanted: { name: 'lost', key: undefined } }, '~new?name=lost'],
  [{ configMap: 'script', key: 'script.sh' }, 'script/script.sh'],
  [{ configMap: 'script', key: 'script.sh', line: 3, attachTo: 'vm' }, 'script/script.sh?line=3&attachTo=vm'],
])('%o leads to %s', (options, path) => {
  expect(workbenchPath({ namespace: 'team', ...options })).toBe(`/k8s/ns/team/sidecar-hooks/scripts/${path}`);
});
