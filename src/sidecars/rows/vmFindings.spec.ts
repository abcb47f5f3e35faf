import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSidecars } from '../annotation/annotation';
import { configMap, script, vm } from '../checks/checkFixtures';
import type { VirtualMachine } from '../objects/resources';
import { vmFindings, type VmFindings, type VmFindingsFacts } from './vmFindings';

const FACTS: VmFindingsFacts = {
  configMaps: new Map([configMap('s', { k: '' })]),
  kubevirtVersion: 'v1.9.0',
};

const find = (
  annotation: Record<string, unknown>[] | string | undefined,
  facts: Partial<VmFindingsFacts> = {},
  machine: VirtualMachine = vm(),
): VmFindings =>
  vmFindings(
    machine,
    parseSidecars(typeof annotation === 'object' ? JSON.stringify(annotation) : annotation),
    { ...FACTS, ...facts },
  );

describe('vmFindings', () => {
  it.each<[string, VmFindings, string[], string | undefined]>([
    ['nothing attached', find(undefined), [], undefined],
    ['all is well', find([script()]), [], undefined],
    ['no such ConfigMap', find([script({}, { name: 'x' })]), ['configMapMissing'], 'doesNotStart'],
    ['no such key', find([script({}, { key: 'x' })]), ['keyMissing'], 'startsUnchanged'],
    ['ConfigMaps not known', find([script({}, { name: 'x' })], { configMaps: undefined }), [], undefined],
    ['advice only', find([script({ image: 'quay.io/x' })]), ['imageSet'], undefined],
    [
      'an old KubeVirt',
      find([script()], { kubevirtVersion: 'v1.1.0' }),
      ['configMapUnsupported', 'imageMissing', 'versionUnsupported'],
      'doesNotStart',
    ],
    [
      'the worst first',
      find([script({ image: 'quay.io/kubevirt/sidecar-shim', args: [] })]),
      ['versionMissing', 'imageSet'],
      'doesNotStart',
    ],
    [
      'on the VM itself',
      find(undefined, {}, vm([], { 'hooks.kubevirt.io/hookSidecars': '[]' })),
      ['annotationOnVmMetadata'],
      'startsUnchanged',
    ],
    ['malformed', find('['), ['malformedAnnotation'], 'doesNotStart'],
  ])('%s', (_case, { list, consequence }, expected, becomes) => {
    expect(list.map(({ id }) => id)).toEqual(expected);
    expect(consequence).toBe(becomes);
  });

  it('answers plain data for any annotation: what crosses to a worker comes back the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (annotation) => {
        const found = find(annotation);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
    );
  });
});
