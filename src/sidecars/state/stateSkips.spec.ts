import { describe, expect, it } from 'vitest';
import { configMap, script } from '../checks/checkFixtures';
import type { ConfigMap } from '../objects/resources';
import { sidecarState, type SidecarState, type StateInput } from './state';
import { vm, vmi } from './stateFixtures';

const PRE = { hookPath: '/usr/bin/preCloudInitIso' };
const annotation = (...sidecars: unknown[]): string => JSON.stringify(sidecars);

const running = (text: string, input: Partial<StateInput> = {}): StateInput => ({
  vm: vm(text),
  vmi: vmi(text),
  configMaps: new Map([configMap('s', { k: '' })]),
  ...input,
});

const changedAt = (time: string): ReadonlyMap<string, ConfigMap> => {
  const [name, made] = configMap('s', { k: '' });
  const managedFields = [{ time, fieldsV1: { 'f:data': {} } }];
  return new Map([[name, { ...made, metadata: { ...made.metadata, managedFields } }]]);
};

const told = ({ kind, reasons }: Pick<SidecarState, 'kind' | 'reasons'>): unknown[] => [
  kind,
  ...reasons.map(({ code, params }) => `${code} ${String(params.index)}`),
];

describe('the state of a VM that runs', () => {
  it.each<[string, StateInput, unknown[]]>([
    ['with a script that runs', running(annotation(script())), ['applied']],
    [
      'whose ConfigMap has no such key',
      running(annotation(script({}, { key: 'x' }))),
      ['failing', 'keyMissing 0'],
    ],
    [
      'whose ConfigMaps are not known',
      running(annotation(script({}, { key: 'x' })), { configMaps: undefined }),
      ['applied'],
    ],
    [
      'with a script where the shim does not look',
      running(annotation(script({}, { hookPath: '/usr/bin/define' }))),
      ['failing', 'hookPathUnknown 0'],
    ],
    [
      'with such a script for an image that may look there',
      running(annotation(script({ image: 'quay.io/own' }, { hookPath: '/usr/bin/define' }))),
      ['applied'],
    ],
    [
      'with a script elsewhere in the path of the shim',
      running(annotation(script({}, { hookPath: '/usr/local/bin/onDefineDomain' }))),
      ['applied'],
    ],
    [
      'with two scripts for preCloudInitIso',
      running(annotation(script({}, PRE), script(), script({}, PRE))),
      ['failing', 'severalPreCloudInitIso undefined'],
    ],
    [
      'with two of which one has a version without it',
      running(annotation(script({ args: ['--version', 'v1alpha1'] }, PRE), script({}, PRE))),
      ['failing', 'versionOld 0'],
    ],
    [
      'with two, and the gate off',
      running(annotation(script({}, PRE), script({ image: 'a' }, PRE)), { gate: { enabled: false } }),
      ['blocked', 'gateOff undefined'],
    ],
    [
      'that was started with an earlier one, which is detached since',
      running(annotation(script({ image: 'b' }, PRE)), {
        vmi: vmi(annotation(script({ image: 'a' }, PRE), script({ image: 'b' }, PRE))),
      }),
      ['restartNeeded', 'removed 0'],
    ],
    [
      'that was started before the other one came to stand before it',
      running(annotation(script({ image: 'a' }, PRE), script({ image: 'b' }, PRE)), {
        vmi: vmi(annotation(script({ image: 'b' }, PRE))),
      }),
      ['restartNeeded', 'added 0'],
    ],
    [
      'with a script for preCloudInitIso in a version that has none',
      running(annotation(script({ args: ['--version', 'v1alpha1'] }, PRE))),
      ['failing', 'versionOld 0'],
    ],
    [
      'with another script in that version',
      running(annotation(script({ args: ['--version', 'v1alpha1'] }))),
      ['applied'],
    ],
    ['without a script', running(annotation({ args: ['--version', 'v1alpha3'] })), ['failing', 'noScript 0']],
    [
      'with its script in a claim',
      running(annotation({ args: ['--version', 'v1alpha3'], pvc: { name: 'p', volumePath: '/p' } })),
      ['applied'],
    ],
    [
      'on a KubeVirt that mounts no scripts',
      running(annotation(script({ image: 'quay.io/own' })), { gate: { enabled: true, version: 'v1.1.0' } }),
      ['failing', 'configMapUnsupported 0'],
    ],
    [
      'on one that does',
      running(annotation(script()), { gate: { enabled: true, version: 'v1.2.0' } }),
      ['applied'],
    ],
    [
      'whose annotation was mended since',
      running(annotation(script()), { vmi: vmi(annotation(script({}, { key: 'x' }))) }),
      ['restartNeeded', 'changed 0'],
    ],
    [
      'whose key may have been there when it started',
      running(annotation(script({}, { key: 'x' })), { configMaps: changedAt('2026-01-01T11:00:00Z') }),
      ['scriptChanged', 'scriptChangedSinceStart 0'],
    ],
    [
      'whose key was not there when it started',
      running(annotation(script({}, { key: 'x' })), { configMaps: changedAt('2026-01-01T09:00:00Z') }),
      ['failing', 'keyMissing 0'],
    ],
    [
      'and would be skipped whatever the ConfigMap said',
      running(annotation(script({}, { hookPath: '/usr/bin/define' })), {
        configMaps: changedAt('2026-01-01T11:00:00Z'),
      }),
      ['failing', 'hookPathUnknown 0'],
    ],
  ])('%s', (_case, input, expected) => {
    expect(told(sidecarState(input))).toEqual(expected);
  });
});
