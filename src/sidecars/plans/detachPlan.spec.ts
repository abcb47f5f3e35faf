import { describe, expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { VirtualMachine, Volume } from '../objects/resources';
import { configMapSidecar } from '../annotation/sidecar';
import { serializeSidecars } from '../annotation/annotation';
import { planDetach, removableVolume } from './detachPlan';

const script = (name: string): ReturnType<typeof configMapSidecar> =>
  configMapSidecar(name, 'script.sh', 'onDefineDomain');

const vmWith = (names: readonly string[], volumes: Volume[] = [], disks: unknown[] = []): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace: 'ns', resourceVersion: '7' },
  spec: {
    template: {
      metadata: { annotations: { [SIDECARS_ANNOTATION]: serializeSidecars(names.map(script)) } },
      spec: { domain: { devices: { disks } }, volumes },
    },
  },
});

const PATH = '/spec/template/metadata/annotations/hooks.kubevirt.io~1hookSidecars';

describe('planDetach', () => {
  it('does not change the other sidecars, and tests that the annotation is unchanged', () => {
    const vm = vmWith(['one', 'two']);
    expect(planDetach(vm, 0)).toEqual({
      isLast: false,
      operations: [
        { op: 'test', path: PATH, value: serializeSidecars([script('one'), script('two')]) },
        { op: 'replace', path: PATH, value: serializeSidecars([script('two')]) },
      ],
    });
  });

  it('removes the annotation with the last sidecar', () => {
    const { isLast, operations } = planDetach(vmWith(['one']), 0);
    expect(isLast).toBe(true);
    expect(operations.at(-1)).toEqual({ op: 'remove', path: PATH });
  });

  it('removes the volume as well when asked to', () => {
    const volume = { name: 'config-volume', configMap: { name: 'one' } };
    const { operations } = planDetach(vmWith(['one'], [volume]), 0, 'config-volume');
    expect(operations.slice(2)).toEqual([
      { op: 'test', path: '/spec/template/spec/volumes/0', value: volume },
      { op: 'remove', path: '/spec/template/spec/volumes/0' },
    ]);
  });

  it('writes nothing for a sidecar that is not there', () => {
    expect(planDetach(vmWith(['one']), -1).operations).toEqual([]);
  });
});

describe('removableVolume', () => {
  const volume = { name: 'config-volume', configMap: { name: 'one' } };
  const root = { name: 'root', dataVolume: { name: 'one' } };
  const imageOnly = vmWith([], [root]);
  imageOnly.spec.template = {
    ...imageOnly.spec.template,
    metadata: { annotations: { [SIDECARS_ANNOTATION]: '[{"image":"i"},{"configMap":{"name":"one"}}]' } },
    spec: { ...imageOnly.spec.template?.spec, domain: { devices: {} } },
  };
  it.each<[string, VirtualMachine, string | undefined]>([
    ['the volume of the script among others', vmWith(['one', 'two'], [root, volume]), 'config-volume'],
    ['no volume of a sidecar without a ConfigMap', imageOnly, undefined],
    ['the volume of the script', vmWith(['one'], [volume]), 'config-volume'],
    ['no volume', vmWith(['one']), undefined],
    ['the volume of another ConfigMap', vmWith(['two'], [volume]), undefined],
    ['a volume that a disk uses', vmWith(['one'], [volume], [{ name: 'config-volume' }]), undefined],
    ['a ConfigMap that another sidecar uses too', vmWith(['one', 'one'], [volume]), undefined],
  ])('%s', (_case, vm, expected) => {
    expect(removableVolume(vm, 0)).toBe(expected);
  });
});
