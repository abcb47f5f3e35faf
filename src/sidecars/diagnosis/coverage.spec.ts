/** Every way in which users met hook sidecars failing before a script is called, the gate apart, and which findings tell it. */
import { expect, it } from 'vitest';
import { configMap, script, vm as machine } from '../checks/checkFixtures';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { kubevirt } from '../featureGate/gateFixtures';
import { AB } from '../state/stateFixtures';
import { foreseen, happens, type CoverageRow } from './coverageFixtures';
import { A, container, failing, launcher, onVm, running, warning, withLog } from './diagnosisFixtures';

const ON = kubevirt({ featureGates: ['Sidecar'] }, 'v1.8.0');
const PVC = JSON.stringify([{ image: 'i', pvc: { name: 'p', volumePath: '/p' } }]);

const ROWS: CoverageRow[] = [
  [
    'an annotation that is no JSON',
    ['annotationMalformed', 'malformedAnnotation'],
    [
      ...happens(
        failing("failed to render launch manifest: invalid character ':' after array element", '["a":1]'),
      ),
      ...foreseen('["a":1]'),
    ],
  ],
  [
    'a blank annotation',
    ['annotationBlank', 'blankAnnotation'],
    [
      ...happens(failing('failed to render launch manifest: unexpected end of JSON input', '')),
      ...foreseen(''),
    ],
  ],
  ['a misspelt key', ['unknownKey'], foreseen([{ ...script(), confgMap: {} }])],
  [
    'no such ConfigMap',
    ['configMapNotFound', 'configMapMissing'],
    [
      ...happens(failing('failed to render launch manifest: configmaps "a" not found')),
      ...foreseen([script()], { configMaps: new Map() }),
    ],
  ],
  [
    'a script where nothing looks for it',
    ['hookNotFound', 'keyMissing', 'hookPathUnknown'],
    [
      ...happens(running({ logs: { 'hook-sidecar-0': 'Info: onDefineDomain has not been found' } })),
      ...foreseen([script({}, { key: 'x' })], { configMaps: new Map([configMap('s', { k: '' })]) }),
      ...foreseen([script({}, { hookPath: '/usr/bin/define' })]),
    ],
  ],
  [
    'a name for two volumes',
    ['volumeNameTwice', 'duplicateConfigMap', 'volumeNameClash', 'pvcNameClash'],
    [
      ...happens(failing('Error creating pod: spec.volumes[9].name: Duplicate value: "a"')),
      ...foreseen([script(), script()]),
      ...foreseen([script()], { vm: machine([{ name: 's' }]) }),
      ...foreseen([script({ pvc: { name: 's', volumePath: '/p' } })]),
    ],
  ],
  [
    'a name that no volume can have',
    ['volumeNameInvalid', 'configMapNameNotLabel'],
    [
      ...happens(failing('spec.volumes[3].name: Invalid value: "a.b": must not contain dots')),
      ...foreseen([script({}, { name: 'a.b' })]),
      ...foreseen([script({}, { name: 'a'.repeat(64) })]),
    ],
  ],
  [
    'no --version, or one that is not known',
    ['versionMissing', 'versionUnsupported', 'socketsNotCollected', 'versionMissing', 'versionUnknown'],
    [
      ...happens(
        withLog('hook-sidecar-0', 'Missing --version parameter. Supported options are [v1alpha1].'),
        withLog('compute', 'Hook sidecar does not expose a supported version. Exposed versions: [x]'),
        withLog('compute', 'Failed to collect all expected sidecar hook sockets within given timeout'),
      ),
      ...foreseen([script({ args: [] })]),
      ...foreseen([script({ args: ['--version', 'v9'] })]),
    ],
  ],
  [
    'an instance that is too long for an argument',
    ['argumentTooLong', 'argumentTooLong'],
    [
      ...happens(failing('fork/exec /usr/bin/onDefineDomain: argument list too long')),
      ...foreseen([script()], {
        vm: machine([{ name: 'v', cloudInitNoCloud: { userData: 'x'.repeat(131_072) } }]),
      }),
    ],
  ],
  [
    'an annotation on the VM itself',
    ['annotationOnVm', 'annotationOnVmMetadata'],
    [
      ...happens({
        vm: onVm((vm) => {
          vm.metadata.annotations = { [SIDECARS_ANNOTATION]: A };
        }, '[]'),
      }),
      ...foreseen('[]', { vm: machine([], { [SIDECARS_ANNOTATION]: A }) }),
    ],
  ],
  [
    'a change that waits for a restart',
    ['templateDiffers', 'scriptDiffers'],
    happens(
      running({ vm: onVm(() => undefined, AB) }),
      running({
        configMaps: new Map([
          [
            'a',
            {
              apiVersion: 'v1',
              kind: 'ConfigMap',
              metadata: { name: 'a', creationTimestamp: '2026-01-01T11:00:00Z' },
            },
          ],
        ]),
      }),
    ),
  ],
  [
    'an image that is not there, or ages',
    ['imageNotPulled', 'imageSet'],
    [
      ...happens({
        ...failing(''),
        pods: [launcher([container('hook-sidecar-0', { waiting: { reason: 'ErrImagePull' } })])],
      }),
      ...foreseen([script({ image: 'quay.io/x' })], { kubevirtVersion: 'v1.6.0' }),
    ],
  ],
  ['a sidecar without a script', ['noScript'], foreseen([{}])],
  [
    'no such claim',
    ['pvcNotFound', 'pvcMissing'],
    [
      ...happens({ ...failing('', PVC), events: [warning('persistentvolumeclaim "p" not found')] }),
      ...foreseen(PVC, { pvcs: new Set() }),
    ],
  ],
  ['a relative hook path', ['hookPathUnknown'], foreseen([script({}, { hookPath: 'onDefineDomain' })])],
  [
    'an object in place of the list',
    ['annotationMalformed', 'malformedAnnotation'],
    [
      ...happens(
        failing(
          'failed to render launch manifest: json: cannot unmarshal object into Go value of type x',
          '{}',
        ),
      ),
      ...foreseen('{}'),
    ],
  ],
  [
    'what the API server refuses in the pod',
    ['podRefused', 'podRefused', 'badImagePullPolicy', 'hookPathMissing'],
    [
      ...happens(
        failing('spec.containers[1].imagePullPolicy: Unsupported value: "x"'),
        failing('spec.containers[1].volumeMounts[3].mountPath: Required value'),
      ),
      ...foreseen([script({ imagePullPolicy: 'x' })]),
      ...foreseen([script({}, { hookPath: '' })]),
    ],
  ],
  [
    'a sidecar that outlives its pod',
    ['oldPodLingers', 'versionOld'],
    [
      ...happens(
        running({
          pods: [
            launcher([
              container('compute', { terminated: { exitCode: 0 } }),
              container('hook-sidecar-0', { running: {} }),
            ]),
          ],
        }),
      ),
      ...foreseen([script({ args: ['--version', 'v1alpha2'] })]),
    ],
  ],
  [
    'a volume for the script that becomes a disk',
    ['extraDisk'],
    happens(
      running({
        vm: onVm(({ spec }) => {
          spec.template = {
            spec: { domain: { devices: {} }, volumes: [{ name: 'v', configMap: { name: 'a' } }] },
          };
        }),
      }),
    ),
  ],
  [
    'a KubeVirt that lacks what is used, or gives it up',
    ['configMapUnsupported', 'imageMissing', 'versionUnsupported', 'deprecated'],
    [
      ...foreseen([script()], { kubevirtVersion: 'v1.1.0' }),
      ...happens(running({ kubevirt: kubevirt({ featureGates: ['Sidecar'] }, 'v1.9.0') })),
    ],
  ],
];

it.each(ROWS)('%s: %j', (_failure, expected, found) => {
  expect(found).toEqual(expect.arrayContaining(expected));
});

it('finds nothing in what works', () => {
  const up = launcher([container('hook-sidecar-0', { running: {} })]);
  expect([...happens(running({ pods: [up], kubevirt: ON })), ...foreseen([script()])]).toEqual([]);
  expect(['[]', 'null'].flatMap((text) => [...happens(running({}, text)), ...foreseen(text)])).toEqual([]);
});
