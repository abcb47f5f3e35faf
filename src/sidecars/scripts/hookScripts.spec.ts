import { describe, expect, it } from 'vitest';
import type { ConfigMap, ManagedFields, VirtualMachine } from '../objects/resources';
import { buildHookConfigMap } from './configMapBuilder';
import { isHookScript, listHookScripts } from './hookScripts';
import { lastDataChange } from './lastDataChange';

const configMap = (
  name: string,
  parts: Partial<ConfigMap>,
  metadata: Partial<ConfigMap['metadata']> = {},
): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'a', ...metadata },
  ...parts,
});

const vm = (
  name: string,
  namespace: string,
  annotation: string,
  printableStatus = 'Stopped',
): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace },
  spec: {
    template: {
      metadata: { annotations: { 'hooks.kubevirt.io/hookSidecars': annotation } },
      spec: { domain: { devices: {} } },
    },
  },
  status: { printableStatus },
});

const uses = (name: string, key: string, hookPath: string): string =>
  JSON.stringify({ configMap: { name, key, hookPath } });

describe('listHookScripts', () => {
  it('lists the keys that VMs refer to, with their users and hook points', () => {
    const vms = [
      vm(
        'one',
        'a',
        `[${uses('s', 'k', '/usr/bin/preCloudInitIso')},${uses('s', 'k', '/usr/bin/onDefineDomain')}]`,
        'Running',
      ),
      vm('two', 'a', `[${uses('s', 'k', '/wrong')},{}]`),
      vm('other', 'b', `[${uses('s', 'k', '/usr/bin/onDefineDomain')}]`),
      vm('broken', 'a', '['),
    ];
    const script = configMap(
      's',
      { data: { k: 'é', unrelated: 'x' } },
      { creationTimestamp: '2026-01-01T00:00:00Z' },
    );
    expect(listHookScripts([script], vms)).toEqual([
      {
        configMap: script,
        key: 'k',
        hookPoints: ['onDefineDomain', 'preCloudInitIso'],
        inDefaultImage: true,
        users: [
          { object: vms[0], running: true },
          { object: vms[1], running: false },
        ],
        sizeBytes: 2,
        lastChange: '2026-01-01T00:00:00Z',
        reason: 'referenced',
      },
    ]);
  });

  it('does not know the users of scripts if VMs are not known', () => {
    const script = configMap('s', { data: { k: '#!/bin/sh', other: 'x' } });
    expect(listHookScripts([script], undefined)).toMatchObject([{ key: 'k', users: undefined }]);
  });

  it('knows when a VM runs a script in another image', () => {
    const own = '{"image": "quay.io/me/tools", "configMap": {"name": "s", "key": "k", "hookPath": "/x"}}';
    const script = configMap('s', { data: { k: '#!/bin/sh', other: '#!/bin/sh' } });
    const scripts = listHookScripts(
      [script],
      [vm('one', 'a', `[${own}]`), vm('two', 'a', `[${uses('s', 'k', '/x')}]`)],
    );
    expect(scripts.map(({ key, inDefaultImage }) => [key, inDefaultImage])).toEqual([
      ['k', false],
      ['other', true],
    ]);
  });

  it('lists labelled ones with the hook point they were written for', () => {
    const script = buildHookConfigMap({
      name: 's',
      namespace: 'a',
      key: 'k',
      text: 'x',
      hookPoint: 'preCloudInitIso',
    });
    expect(script).toMatchObject({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 's', namespace: 'a' },
      data: { k: 'x' },
    });
    expect(listHookScripts([script], [])).toMatchObject([
      { key: 'k', hookPoints: ['preCloudInitIso'], users: [], reason: 'labelled' },
    ]);
  });

  it.each([
    ['a shebang', { data: { k: '#!/bin/sh\n' } }, 10],
    ['a shebang in binary data', { binaryData: { k: btoa('#!/bin/sh é') } }, 11],
    ['a short one', { binaryData: { k: btoa('#!') } }, 2],
  ])('takes %s for a script', (_name, parts, sizeBytes) => {
    expect(listHookScripts([configMap('s', parts)], [])).toMatchObject([
      { key: 'k', hookPoints: [], reason: 'shebang', sizeBytes, lastChange: undefined },
    ]);
  });

  it.each([{}, { data: { k: 'text #!' } }, { binaryData: { k: btoa('#?') } }])('leaves out %j', (parts) => {
    expect(isHookScript(configMap('s', parts), [vm('one', 'a', '[]')])).toBe(false);
  });
});

describe('lastDataChange', () => {
  const data: ManagedFields = { time: '2026-01-02T00:00:00Z', fieldsV1: { 'f:data': {} } };
  it.each<[string, ManagedFields[] | undefined, string | undefined]>([
    ['creation', undefined, '2026-01-01T00:00:00Z'],
    [
      'the owner of the data',
      [data, { time: '2026-01-03T00:00:00Z', fieldsV1: { 'f:metadata': {} } }],
      '2026-01-02T00:00:00Z',
    ],
    [
      'binary data',
      [{ time: '2026-01-04T00:00:00Z', fieldsV1: { 'f:binaryData': {} } }, data],
      '2026-01-04T00:00:00Z',
    ],
    ['an owner of who knows what', [data, { time: '2026-01-03T00:00:00Z' }], '2026-01-03T00:00:00Z'],
    ['an entry without time', [{ fieldsV1: { 'f:data': {} } }], '2026-01-01T00:00:00Z'],
  ])('goes by %s', (_name, managedFields, time) => {
    const metadata = { creationTimestamp: '2026-01-01T00:00:00Z', ...(managedFields && { managedFields }) };
    expect(lastDataChange(configMap('s', {}, metadata))).toBe(time);
  });
});
