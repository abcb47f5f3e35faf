import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredObject } from '../../contract';
import { testCluster, virtualMachine, type TestCluster } from '../testing/testCluster';
import { at, record } from '../untyped';

let cluster: TestCluster;
beforeEach(() => {
  cluster = testCluster({}, { kubeVirtVersion: 'v1.8.4' });
});
afterEach(() => cluster.host.close());

const admit = (edit: (spec: Record<string, unknown>) => void): StoredObject | undefined => {
  const object = virtualMachine('vm', undefined);
  edit(record(object.spec));
  const type = cluster.host.store.findType('kubevirt.io', 'v1', 'virtualmachines');
  if (type === undefined) {
    throw new Error('VMs are not served');
  }
  return cluster.host.admit({
    operation: 'CREATE',
    type,
    namespace: 'lab',
    name: 'vm',
    object,
    oldObject: undefined,
    user: { name: 'admin', groups: [] },
    dryRun: false,
  });
};

const addVolume = (spec: Record<string, unknown>, volume: Record<string, unknown>): void => {
  const template = record(at(spec, 'template', 'spec'));
  template.volumes = [...(template.volumes as unknown[]), volume];
};

const validator = 'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: ';
const mutator = 'admission webhook "virtualmachines-mutator.kubevirt.io" denied the request: ';

describe('a VM is refused as by KubeVirt 1.8.4', () => {
  it.each<[string, string, string, (spec: Record<string, unknown>) => void]>([
    [
      'without a run strategy',
      'RunStrategy must be specified',
      'spec.running',
      (spec) => {
        delete spec.runStrategy;
      },
    ],
    [
      'with both fields for it',
      'Running and RunStrategy are mutually exclusive. Note that Running is deprecated, please use RunStrategy instead',
      'spec.running',
      (spec) => {
        spec.running = true;
      },
    ],
    [
      'with an unknown run strategy',
      'Invalid RunStrategy (Sometimes)',
      'spec.runStrategy',
      (spec) => {
        spec.runStrategy = 'Sometimes';
      },
    ],
    [
      'with a volume without source',
      'spec.template.spec.volumes[2] must have exactly one source type set',
      'spec.template.spec.volumes[2]',
      (spec) => {
        addVolume(spec, { name: 'data' });
      },
    ],
    [
      'with a volume of two sources',
      'spec.template.spec.volumes[2] must have exactly one source type set',
      'spec.template.spec.volumes[2]',
      (spec) => {
        addVolume(spec, { name: 'data', emptyDisk: { capacity: '1Gi' }, configMap: { name: 'a' } });
      },
    ],
    [
      'with two volumes of one name',
      'spec.template.spec.volumes[2] and spec.template.spec.volumes[0] must not have the same Name.',
      'spec.template.spec.volumes[2].name',
      (spec) => {
        addVolume(spec, { name: 'root', emptyDisk: { capacity: '1Gi' } });
      },
    ],
  ])('%s', (_what, message, field, edit) => {
    expect(() => admit(edit)).toThrow(
      expect.objectContaining({
        code: 422,
        message: validator + message,
        details: { causes: [{ reason: 'FieldValueInvalid', message, field }] },
      }) as Error,
    );
  });

  it('with every complaint at once', () => {
    expect(() =>
      admit((spec) => {
        delete spec.runStrategy;
        addVolume(spec, { name: 'data' });
      }),
    ).toThrow(
      `${validator}spec.template.spec.volumes[2] must have exactly one source type set, RunStrategy must be specified`,
    );
  });

  it.each<[string, (spec: Record<string, unknown>) => void]>([
    ['spec.runStrategy in body must be of type string: "number"', (spec) => (spec.runStrategy = 1)],
    ['spec.running in body must be of type boolean: "string"', (spec) => (spec.running = 'yes')],
    [
      'spec.template.spec.volumes in body must be of type array: "object"',
      (spec) => (record(at(spec, 'template', 'spec')).volumes = {}),
    ],
    ['spec.template in body must be of type object: "string"', (spec) => (spec.template = 'x')],
  ])('with a field of the wrong type (text from its source, not recorded): %s', (message, edit) => {
    expect(() => admit(edit)).toThrow(mutator + message);
  });
});

describe('a VM is taken', () => {
  it.each<[string, (spec: Record<string, unknown>) => void]>([
    ['with a run strategy', () => undefined],
    [
      'with the older field for it',
      (spec) => {
        delete spec.runStrategy;
        spec.running = false;
      },
    ],
  ])('%s', (_what, edit) => {
    expect(admit(edit)?.metadata.name).toBe('vm');
  });
});
