import { describe, expect, it } from 'vitest';
import { afterFix, cloudInit, configMap, findings, ids, script, vm } from './checkFixtures';

describe('runChecks', () => {
  it.each([undefined, '[]', 'null'])('finds nothing in %s', (annotation) => {
    expect(findings(annotation)).toEqual([]);
  });

  it('finds nothing wrong with a sidecar set up the safe way, whatever is known', () => {
    const configMaps = new Map([configMap('s', { k: '#!/bin/sh' })]);
    const known = { configMaps, pvcs: new Set<string>(), kubevirtVersion: 'v1.9.0', gate: { enabled: true } };
    expect(findings([script()], known)).toEqual([]);
  });

  it('mends nothing where no key is like the missing one', () => {
    const several = new Map([configMap('s', { alpha: '', beta: '' }), configMap('t', {})]);
    const [found] = findings([script({}, { key: 'zzzzzzzz' })], { configMaps: several });
    expect(found).toMatchObject({ id: 'keyMissing', params: { name: 's', key: 'zzzzzzzz' } });
    expect(found?.fix).toBeUndefined();
  });

  it('knows keys in binary data', () => {
    const [name, map] = configMap('s', {});
    delete map.data;
    const binary = { ...map, binaryData: { k: '' } };
    expect(findings([script()], { configMaps: new Map([[name, binary]]) })).toEqual([]);
  });

  it('points at every sidecar after the first with the same ConfigMap', () => {
    const found = findings([script(), script({}, cloudInit), script({}, cloudInit)], {
      vm: vm([{ name: 'c', cloudInitConfigDrive: {} }]),
    });
    expect(found).toMatchObject([
      { id: 'severalPreCloudInitIso', params: { number: 2 }, place: { kind: 'annotation' } },
      { id: 'duplicateConfigMap', params: { name: 's', number: 1 }, place: { index: 1 } },
      { id: 'duplicateConfigMap', params: { name: 's', number: 1 }, place: { index: 2 } },
    ]);
  });

  it('removes a sidecar that is there twice, and does not choose between two scripts', () => {
    const twice = findings([script(), script({ note: 'mine' }, {}), script({}, { name: 't' })]);
    expect(afterFix(twice)).toEqual(['hookOrder']);
    const [other] = findings([script(), script({}, { key: 'another' })]);
    expect(other?.id).toBe('duplicateConfigMap');
    expect(other?.fix).toBeUndefined();
  });

  it('spells a key as it is meant, so that the script is found', () => {
    const { configMap: source, ...rest } = script();
    const misspelt = findings([{ ...rest, configmaps: source }]);
    expect(ids(misspelt)).toEqual(['noScript', 'unknownKey']);
    expect(afterFix(misspelt)).toEqual([]);
  });

  it('points at the second sidecar with the same PVC', () => {
    const pvc = { image: 'i', pvc: { name: 'p', volumePath: '/p' } };
    expect(findings([pvc, pvc])).toMatchObject([
      { id: 'pvcNameClash', params: { number: 1 }, place: { index: 1 } },
    ]);
  });

  it('asks nothing of custom images that only the shim needs', () => {
    expect(
      findings([{ image: 'mine' }, { command: ['x'], image: 'mine' }], { kubevirtVersion: 'v1.9.0' }),
    ).toEqual([]);
    expect(findings([{ pvc: { name: 'p', volumePath: '/p' }, command: ['x'], args: ['-x'] }])).toEqual([]);
    expect(ids(findings([{ image: 'quay.io/kubevirt/sidecar-shim' }]))).toEqual(['versionMissing']);
  });

  it('says nothing about images where the version of KubeVirt is not known', () => {
    expect(findings([script({ image: 'i' })], { kubevirtVersion: 'devel' })).toEqual([]);
  });

  it('finds the annotation on the VM itself, and offers to move it unless the template has another', () => {
    const name = 'hooks.kubevirt.io/hookSidecars';
    const misplaced = vm([], { [name]: '[]' });
    expect(findings(undefined, { vm: misplaced })).toEqual([
      {
        id: 'annotationOnVmMetadata',
        severity: 'warning',
        params: {},
        place: { kind: 'vm', field: 'metadata.annotations' },
        fix: { kind: 'moveAnnotation' },
      },
    ]);
    const both = structuredClone(misplaced);
    both.spec.template = { spec: { domain: { devices: {} } }, metadata: { annotations: { [name]: '[{}]' } } };
    expect(findings(undefined, { vm: both })[0]?.fix).toBeUndefined();
  });

  it('puts errors first, and then goes by the sidecars', () => {
    const found = findings([script({ image: 'i', note: 1 }), script({}, { name: 's.x' })], {
      kubevirtVersion: '1.9.0',
    });
    expect(found.map(({ id, severity }) => [id, severity])).toEqual([
      ['configMapNameNotLabel', 'error'],
      ['hookOrder', 'warning'],
      ['unknownKey', 'warning'],
      ['imageSet', 'advice'],
    ]);
  });
});
