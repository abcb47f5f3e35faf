import { describe, expect, it } from 'vitest';
import type { VirtualMachine } from '../objects/resources';
import { add, hco, kubevirt, NAME, type Developer } from './gateFixtures';
import { evaluateGate } from './gateStatus';
import { isAtLeast, parseKubeVirtVersion } from './kubevirtVersion';
import { vmsNeedingGate } from './vmsNeedingGate';

describe('KubeVirt versions', () => {
  it.each([
    ['v1.9.0', { major: 1, minor: 9, patch: 0, preRelease: undefined }],
    ['v1.9.0-beta.0', { major: 1, minor: 9, patch: 0, preRelease: 'beta.0' }],
    ['1.6.2-34-g1a2b3c', { major: 1, minor: 6, patch: 2, preRelease: '34-g1a2b3c' }],
    ['v1.10', { major: 1, minor: 10, patch: 0, preRelease: undefined }],
    [' v2.0.1+build ', { major: 2, minor: 0, patch: 1, preRelease: undefined }],
    ['{gitVersion}', undefined],
    ['devel', undefined],
    [undefined, undefined],
  ])('reads %j', (text, version) => {
    expect(parseKubeVirtVersion(text)).toEqual(version);
  });

  it.each([
    ['v1.9.0-alpha.1', 1, 9, true],
    ['v1.10.0', 1, 9, true],
    ['v2.0.0', 1, 9, true],
    ['v1.8.4', 1, 9, false],
    ['v0.59.0', 1, 2, false],
    ['devel', 1, 9, undefined],
  ])('whether %s is at least %i.%i: %s', (text, major, minor, answer) => {
    expect(isAtLeast(text, major, minor)).toBe(answer);
  });
});

describe('evaluateGate', () => {
  it.each<[string, Developer | undefined, object]>([
    [
      'a listed gate',
      { featureGates: ['A', 'Sidecar'] },
      { enabled: true, listed: true, disabledListed: false, misspelt: undefined },
    ],
    ['no list', undefined, { enabled: false, listed: false, featureGates: [], disabledFeatureGates: [] }],
    [
      'a gate on both lists',
      { featureGates: ['Sidecar'], disabledFeatureGates: ['Sidecar'] },
      { enabled: true, listed: true, disabledListed: true },
    ],
    ['a misspelt gate', { featureGates: ['sidecar'] }, { enabled: false, misspelt: 'sidecar' }],
    ['a gate with a blank', { featureGates: ['Sidecar '] }, { enabled: false, misspelt: 'Sidecar ' }],
  ])('judges %s', (_name, developer, status) => {
    expect(evaluateGate({ kubevirt: kubevirt(developer) })).toMatchObject(status);
  });

  it.each([
    ['v1.9.0', true],
    ['v1.8.2', false],
    ['devel', undefined],
  ])('knows whether %s deprecates sidecars', (version, deprecated) => {
    expect(evaluateGate({ kubevirt: kubevirt({}, version) })).toMatchObject({
      deprecated,
      version,
      phase: 'Deployed',
      hco: undefined,
    });
  });

  it('claims nothing without the KubeVirt object', () => {
    expect(evaluateGate({ kubevirt: undefined })).toEqual({
      enabled: undefined,
      listed: false,
      disabledListed: false,
      featureGates: [],
      disabledFeatureGates: [],
      misspelt: undefined,
      phase: undefined,
      version: undefined,
      deprecated: undefined,
      hco: undefined,
    });
  });

  it('says what HCO was asked for and whether that tainted it', () => {
    const taint = { type: 'TaintedConfiguration', status: 'True', message: 'Unsupported feature' };
    expect(
      evaluateGate({ kubevirt: kubevirt(), hco: hco({ [NAME]: JSON.stringify([add]) }, [taint]) }).hco,
    ).toMatchObject({
      annotation: { kind: 'parsed' },
      asked: true,
      tainted: true,
      taintedMessage: 'Unsupported feature',
      failure: undefined,
    });
    expect(evaluateGate({ kubevirt: kubevirt(), hco: hco({}, [{ ...taint, status: 'False' }]) }).hco).toEqual(
      {
        annotation: { kind: 'absent' },
        asked: false,
        tainted: false,
        taintedMessage: undefined,
        failure: undefined,
      },
    );
    const young = hco({ [NAME]: '[' });
    delete young.status;
    expect(evaluateGate({ kubevirt: kubevirt(), hco: young }).hco).toMatchObject({
      annotation: { kind: 'malformed' },
      asked: false,
      tainted: false,
    });
  });
});

describe('vmsNeedingGate', () => {
  it('are those whose template carries the annotation, even an empty one', () => {
    const vm = (name: string, annotations: Record<string, string>): VirtualMachine => ({
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name },
      spec: { template: { metadata: { annotations }, spec: { domain: { devices: {} } } } },
    });
    const vms = [vm('a', {}), vm('b', { 'hooks.kubevirt.io/hookSidecars': '[]' })];
    expect(vmsNeedingGate(vms).map(({ metadata }) => metadata.name)).toEqual(['b']);
  });
});

it('takes why HCO does not reconcile from its own condition', () => {
  const message = 'invalid jsonPatch in the annotation: invalid state detected';
  const failing = hco({ [NAME]: '' }, [{ type: 'ReconcileComplete', status: 'False', message }]);
  expect(evaluateGate({ kubevirt: kubevirt(), hco: failing }).hco).toMatchObject({
    annotation: { kind: 'malformed', problem: 'syntax' },
    failure: message,
  });
  expect(JSON.stringify(evaluateGate({ kubevirt: kubevirt(), hco: hco({ [NAME]: '' }) }).hco)).not.toContain(
    'unexpected end',
  );
});
