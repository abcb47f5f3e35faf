import { describe, expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { KubeVirt } from '../objects/resources';
import { AA, AB, B } from '../state/stateFixtures';
import { diagnose } from './diagnose';
import { A, container, dump, EDIT_A, idsOf, launcher, onVm, running } from './diagnosisFixtures';

const entry = (text: string): string =>
  `<domain><sysinfo><baseBoard><entry name="manufacturer">${text}</entry></baseBoard></sysinfo></domain>`;
const args = (...values: string[]): string =>
  `<domain><qemu:commandline>${values.map((value) => `<qemu:arg value="${value}"></qemu:arg>`).join('')}</qemu:commandline></domain>`;
const logs = (...xml: string[]): { compute: string } => ({
  compute: xml.map((text) => dump(text)).join('\n'),
});

const kubevirt = (developerConfiguration: object, version = 'v1.6.0'): KubeVirt => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'KubeVirt',
  metadata: { name: 'kubevirt' },
  spec: { configuration: { developerConfiguration: { ...developerConfiguration } } },
  status: { observedKubeVirtVersion: version },
});

describe('what runs', () => {
  it.each([
    ['the same change once', { logs: logs(entry('X'), entry('X')) }, []],
    ['a change twice in one domain', { logs: logs(args('-vnc', ':1', '-vnc', ':1')) }, ['changeRepeated']],
    ['an option twice with other values', { logs: logs(args('-device', 'a', '-device', 'b')) }, []],
    [
      'an argument that a later call lost',
      { logs: logs(args('-vnc', ':1'), '<domain></domain>') },
      ['changeLost'],
    ],
    ['text behind the domain', { logs: logs(`${entry('X')}\ndone`) }, ['textAroundXml']],
    ['a comment behind the domain', { logs: logs(`${entry('X')}<!-- done -->`) }, []],
    ['text before the domain', { logs: logs(`debug\n${entry('X')}`) }, ['textAroundXml']],
    ['a dump that is cut', { logs: { compute: 'Domain XML generated. Base64 dump PGRv!' } }, []],
  ] as const)('%s: %j', (_name, input, expected) => {
    expect(idsOf(running(input))).toEqual(expected);
  });

  it('quotes what was lost with its place and time, and opens the script', () => {
    expect(diagnose(running({ logs: logs(entry('X'), '<domain></domain>') }))).toEqual([
      {
        id: 'changeLost',
        severity: 'warning',
        cause: 'script',
        params: { what: 'baseBoard/manufacturer: X' },
        evidence: [
          {
            source: { kind: 'log', container: 'compute', line: 2 },
            time: '2026-01-01T10:00:10Z',
            quote: 'baseBoard/manufacturer: X',
          },
        ],
        cure: EDIT_A,
      },
    ]);
  });
});

describe('drift', () => {
  const changed = (time: string): Map<string, never> =>
    new Map([
      [
        'a',
        { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', creationTimestamp: time } } as never,
      ],
    ]);

  it.each([
    ['another annotation', running({ vm: onVm(() => undefined, B) }), ['templateDiffers']],
    ['the same meaning in other words', running({ vm: onVm(() => undefined, A.replaceAll(':', ': ')) }), []],
    ['none any more', running({ vm: onVm(() => undefined, '[]') }), ['templateDiffers']],
    ['a template that cannot be read', running({ vm: onVm(() => undefined, '[') }), []],
    ['a script changed later', running({ configMaps: changed('2026-01-01T11:00:00Z') }), ['scriptDiffers']],
    ['a script changed before', running({ configMaps: changed('2026-01-01T09:00:00Z') }), []],
    [
      'the annotation on the VM',
      running({
        vm: onVm((vm) => {
          vm.metadata.annotations = { [SIDECARS_ANNOTATION]: A };
        }),
      }),
      ['annotationOnVm'],
    ],
    [
      'the volume of the guide',
      running({
        vm: onVm((vm) => {
          vm.spec.template = {
            ...vm.spec.template,
            spec: { domain: { devices: {} }, volumes: [{ name: 'config-volume', configMap: { name: 'a' } }] },
          };
        }),
      }),
      ['extraDisk'],
    ],
    [
      'a volume of another ConfigMap',
      running({
        vm: onVm((vm) => {
          vm.spec.template = {
            ...vm.spec.template,
            spec: { domain: { devices: {} }, volumes: [{ name: 'v', configMap: { name: 'b' } }] },
          };
        }),
      }),
      [],
    ],
  ])('%s', (_name, input, expected) => {
    expect(idsOf(input)).toEqual(expected);
  });

  it('counts what differs, and cures it by a restart', () => {
    expect(diagnose(running({ vm: onVm(() => undefined, AB) }))).toMatchObject([
      {
        params: { added: 1, removed: 0, changed: 0 },
        cure: { kind: 'restart' },
        evidence: [{ quote: AB }, { quote: A }],
      },
    ]);
  });
});

describe('pods and gates', () => {
  it('frees a pod whose sidecar goes on after its domain ended', () => {
    const left = launcher([
      container('compute', { terminated: { exitCode: 0, reason: 'Completed' } }),
      container('hook-sidecar-0', { running: {} }),
    ]);
    expect(diagnose(running({ pods: [left] }))).toMatchObject([
      { id: 'oldPodLingers', cause: 'script', cure: { kind: 'freePod', pod: left.metadata.name } },
    ]);
    const old = A.replace('v1alpha3', 'v1alpha2');
    expect(diagnose(running({ pods: [left] }, old))).toMatchObject([
      { id: 'oldPodLingers', cause: 'annotation' },
    ]);
    const ended = launcher([
      container('compute', { terminated: { exitCode: 0 } }),
      container('hook-sidecar-0', { terminated: { exitCode: 0 } }),
    ]);
    expect(idsOf(running({ pods: [ended] }))).toEqual([]);
  });

  it('tells that only one cloud-init script runs', () => {
    const two = AA.replaceAll('onDefineDomain', 'preCloudInitIso');
    const pods = [launcher([])];
    expect(diagnose(running({ pods }, two))).toMatchObject([
      {
        id: 'cloudInitHookSkipped',
        params: { number: 2 },
        evidence: [{ quote: 'hook-sidecar-0' }, { quote: 'hook-sidecar-1' }],
      },
    ]);
    expect(idsOf(running({ pods }, two.replace('v1alpha3', 'v1alpha1')))).toEqual([]);
  });

  it.each([
    ['on', { featureGates: ['Sidecar'] }, []],
    ['off', { featureGates: ['Other'] }, ['gateDenied']],
    ['misspelt', { featureGates: ['sidecar'] }, ['gateMisspelt']],
    ['on both lists', { featureGates: ['Sidecar'], disabledFeatureGates: ['Sidecar'] }, ['gateOnBothLists']],
  ] as const)('the gate is %s', (_name, configuration, expected) => {
    expect(idsOf(running({ kubevirt: kubevirt(configuration) }))).toEqual(expected);
  });

  it('says from 1.9 on that sidecars are deprecated', () => {
    const on = { featureGates: ['Sidecar'] };
    expect(idsOf(running({ kubevirt: kubevirt(on, 'v1.9.0') }))).toEqual(['deprecated']);
    expect(idsOf({ kubevirt: kubevirt(on, 'v1.9.0') })).toEqual([]);
  });
});
