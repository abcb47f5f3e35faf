import { describe, expect, it } from 'vitest';
import { parseSidecars } from '../annotation/annotation';
import type { CheckContext } from '../checks/check';
import { cloudInit, configMap, script } from '../checks/checkFixtures';
import { sidecarState, type SidecarState, type StateInput } from './state';
import { vm, vmi } from './stateFixtures';
import { templateAnnotation } from '../objects/vm';
import { fixableFindings } from '../rows/vmFindings';

type Facts = Omit<CheckContext, 'vm' | 'parsed'>;

const FACTS: Facts = {
  configMaps: new Map([configMap('s', { k: '' })]),
  kubevirtVersion: 'v1.9.0',
};
const GOOD = [script()];
const NO_CONFIG_MAP = [script({}, { name: 'x' })];
const NO_KEY = [script({}, { key: 'x' })];
const text = (sidecars: unknown[]): string => JSON.stringify(sidecars);

/** A stopped VM with these sidecars, and what checks say of it. */
const stopped = (sidecars: unknown[], facts: Partial<Facts> = {}): StateInput => {
  const machine = vm(text(sidecars));
  return {
    vm: machine,
    configMaps: FACTS.configMaps,
    findings: fixableFindings({
      vm: machine,
      parsed: parseSidecars(templateAnnotation(machine)),
      ...FACTS,
      ...facts,
    }),
  };
};

/** Of a VM without cloud-init data, of which other checks speak. */
const TWO = stopped([script({}, cloudInit), script({}, { ...cloudInit, name: 't' })]);

const told = ({ kind, sidecars, reasons }: SidecarState): unknown[] => [
  kind,
  sidecars.map((single) => single.kind),
  reasons.map(({ code, params }) => (params.index === undefined ? code : `${code} ${String(params.index)}`)),
];

describe('the state of a VM whose next start is foreseen', () => {
  it.each<[string, StateInput, unknown[]]>([
    ['to go well', stopped(GOOD), ['appliesAtNextStart', ['appliesAtNextStart'], []]],
    [
      'to find no ConfigMap',
      stopped(NO_CONFIG_MAP),
      ['failsAtNextStart', ['failsAtNextStart'], ['configMapMissing 0']],
    ],
    ['to skip a script', stopped(NO_KEY), ['failsAtNextStart', ['failsAtNextStart'], ['keyMissing 0']]],
    [
      'by what is no more than a warning elsewhere',
      stopped([{ args: ['--version', 'v1alpha3'] }]),
      ['failsAtNextStart', ['failsAtNextStart'], ['noScript 0']],
    ],
    [
      'to find no claim',
      stopped([{ args: ['--version', 'v1alpha3'], pvc: { name: 'p', volumePath: '/p' } }], {
        pvcs: new Set(['q']),
      }),
      ['failsAtNextStart', ['failsAtNextStart'], ['pvcMissing 0']],
    ],
    [
      'to fail for one sidecar of two',
      stopped([...GOOD, ...NO_CONFIG_MAP]),
      ['failsAtNextStart', ['appliesAtNextStart', 'failsAtNextStart'], ['configMapMissing 1']],
    ],
    [
      'to skip one of two sidecars, nobody knows which',
      { ...TWO, findings: TWO.findings?.filter(({ id }) => id === 'severalPreCloudInitIso') },
      ['failsAtNextStart', ['appliesAtNextStart', 'appliesAtNextStart'], ['severalPreCloudInitIso']],
    ],
    [
      'without knowing the ConfigMaps',
      stopped(NO_KEY, { configMaps: undefined }),
      ['appliesAtNextStart', ['appliesAtNextStart'], []],
    ],
    [
      'to work, though there is a better way',
      stopped([script({ image: 'quay.io/kubevirt/sidecar-shim:v1' })]),
      ['appliesAtNextStart', ['appliesAtNextStart'], []],
    ],
    [
      'with the gate off',
      { ...stopped(NO_KEY), gate: { enabled: false } },
      ['blocked', ['blocked'], ['gateOff']],
    ],
    [
      'while it starts',
      { ...stopped(NO_KEY), vmi: vmi(text(NO_KEY), { phase: 'Scheduled' }) },
      ['failsAtNextStart', ['failsAtNextStart'], ['keyMissing 0']],
    ],
    [
      'and that runs with something else',
      { ...stopped(NO_CONFIG_MAP), vmi: vmi(text(GOOD)) },
      ['failsAtNextStart', ['failsAtNextStart'], ['changed 0', 'configMapMissing 0']],
    ],
    [
      'and that runs with what was there when it started',
      { ...stopped(NO_CONFIG_MAP), vmi: vmi(text(NO_CONFIG_MAP)) },
      ['applied', ['applied'], []],
    ],
    [
      'and that was started without the script',
      { ...stopped(NO_KEY), vmi: vmi(text(NO_KEY)) },
      ['failing', ['failing'], ['keyMissing 0']],
    ],
  ])('%s', (_case, input, expected) => {
    expect(told(sidecarState(input))).toEqual(expected);
  });

  it('with a script that was changed to another key while it ran', () => {
    const [name, made] = configMap('s', { k: '' });
    const managedFields = [{ time: '2026-01-01T11:00:00Z', fieldsV1: { 'f:data': {} } }];
    const changed = { ...made, metadata: { ...made.metadata, managedFields } };
    const input = {
      ...stopped(NO_KEY),
      vmi: vmi(text(NO_KEY)),
      configMaps: new Map([[name, changed]]),
    };
    expect(told(sidecarState(input))).toEqual([
      'failsAtNextStart',
      ['failsAtNextStart'],
      ['scriptChangedSinceStart 0', 'keyMissing 0'],
    ]);
  });

  it('as a whole, of which no single sidecar is the cause', () => {
    const findings: StateInput['findings'] = [
      { id: 'argumentTooLong', severity: 'error', params: {}, place: { kind: 'vm', field: 'spec' } },
      { id: 'annotationOnVmMetadata', severity: 'warning', params: {}, place: { kind: 'vm', field: 'm' } },
    ];
    expect(told(sidecarState({ ...stopped([...GOOD, ...NO_KEY]), findings }))).toEqual([
      'failsAtNextStart',
      ['failsAtNextStart', 'failsAtNextStart'],
      ['argumentTooLong'],
    ]);
  });
});
