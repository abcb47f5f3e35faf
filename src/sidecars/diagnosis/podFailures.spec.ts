import { describe, expect, it } from 'vitest';
import { A, AA, vm } from '../state/stateFixtures';
import { diagnose, type DiagnosisFinding, type DiagnosisId, type DiagnosisInput } from './diagnose';
import { failing, withLog } from './diagnosisFixtures';
import { DIAGNOSIS_ENTRIES } from './diagnosisEntries';

const RENDER = 'failed to render launch manifest: ';

describe('failures before the first call', () => {
  it.each<[DiagnosisId, DiagnosisInput, DiagnosisFinding['params'], object | undefined]>([
    [
      'gateDenied',
      failing('sidecar feature gate is not enabled in kubevirt-config, invalid entry metadata.annotations'),
      {},
      { kind: 'enableGate' },
    ],
    [
      'annotationBlank',
      failing(`${RENDER}unexpected end of JSON input`, ''),
      {},
      { kind: 'removeAnnotation' },
    ],
    [
      'annotationMalformed',
      failing(`${RENDER}invalid character ':' after array element`, '["a":1]'),
      {},
      { kind: 'editSidecars' },
    ],
    [
      'annotationMalformed',
      failing(`${RENDER}json: cannot unmarshal object into Go value of type hooks.HookSidecarList`, '{}'),
      {},
      { kind: 'editSidecars' },
    ],
    [
      'annotationBlank',
      { ...failing(`${RENDER}unexpected end of JSON input`, ''), vm: vm(undefined) },
      {},
      { kind: 'restart' },
    ],
    [
      'annotationMalformed',
      { ...failing(`${RENDER}invalid character ':' after array element`, '["a":1]'), vm: vm(A) },
      {},
      { kind: 'restart' },
    ],
    [
      'configMapNotFound',
      failing(`${RENDER}configmaps "a" not found`),
      { name: 'a' },
      { kind: 'createScript', configMap: 'a' },
    ],
    [
      'volumeNameTwice',
      failing('Pod "x" is invalid: spec.volumes[9].name: Duplicate value: "a"', AA),
      { name: 'a' },
      { kind: 'editSidecars', index: 1 },
    ],
    [
      'volumeNameInvalid',
      failing('spec.volumes[3].name: Invalid value: "a.b": must not contain dots'),
      {},
      { kind: 'editSidecars' },
    ],
    [
      'volumeNameInvalid',
      failing('spec.volumes[3].name: Invalid value: "aaa": must be no more than 63 characters'),
      {},
      { kind: 'editSidecars' },
    ],
    [
      'podRefused',
      failing('spec.containers[1].imagePullPolicy: Unsupported value: "sometimes"'),
      {},
      { kind: 'editSidecars' },
    ],
    [
      'versionMissing',
      withLog(
        'hook-sidecar-0',
        'Input error: Missing --version parameter. Supported options are [v1alpha1 v1alpha2 v1alpha3].',
      ),
      {},
      { kind: 'editSidecars', index: 0 },
    ],
    [
      'versionUnsupported',
      withLog(
        'hook-sidecar-0',
        'Input error: version v9. Supported options are [v1alpha1 v1alpha2 v1alpha3].',
      ),
      {},
      { kind: 'editSidecars', index: 0 },
    ],
    [
      'versionUnsupported',
      withLog('compute', 'Hook sidecar does not expose a supported version. Exposed versions: [v9]'),
      {},
      { kind: 'editSidecars' },
    ],
    [
      'socketsNotCollected',
      withLog('compute', 'panic: Failed to collect all expected sidecar hook sockets within given timeout'),
      {},
      { kind: 'editSidecars' },
    ],
  ])('finds %s', (id, input, params, cure) => {
    const [found] = diagnose(input);
    expect(found).toMatchObject({ id, params, severity: DIAGNOSIS_ENTRIES[id].severity });
    expect(found?.cure).toEqual(cure);
    expect(found?.evidence[0]?.quote).toMatch(/\S/);
  });
});
