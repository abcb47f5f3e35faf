import { applyPatch } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { parseSidecars, serializeSidecars, sidecarsIn } from '../../annotation/annotation';
import { SIDECARS_ANNOTATION } from '../../annotation/constants';
import { configMapSidecar, type Sidecar } from '../../annotation/sidecar';
import { versionOf } from '../../annotation/version';
import { configMap } from '../../checks/checkFixtures';
import type { ObjectMeta, VirtualMachine } from '../../objects/resources';
import { templateAnnotation } from '../../objects/vm';
import { planBulk, type BulkAction, type BulkContext, type BulkPlan } from './bulkPlan';

const script = (name: string): Sidecar => configMapSidecar(name, 'script.sh', 'onDefineDomain');
const old: Sidecar = { ...script('old'), args: ['--version', 'v1alpha2', '--x'] };
const ownImage: Sidecar = { image: 'registry/own:1', args: ['--version', 'v1alpha2'], extra: {} };

const vmWith = (
  annotation: readonly Sidecar[] | string | undefined,
  metadata: Partial<ObjectMeta> = {},
  status = 'Running',
): VirtualMachine => {
  const text = typeof annotation === 'object' ? serializeSidecars(annotation) : annotation;
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'vm', namespace: 'ns', uid: 'u', resourceVersion: '7', ...metadata },
    spec: {
      template: {
        metadata: {
          annotations: { mine: 'kept', ...(text !== undefined && { [SIDECARS_ANNOTATION]: text }) },
        },
        spec: { domain: { devices: {} } },
      },
    },
    status: { printableStatus: status },
  };
};

const context: BulkContext = {
  configMaps: new Map(['one', 'two', 'old'].map((name) => configMap(name, { 'script.sh': '#!/bin/sh' }))),
  kubevirtVersion: 'v1.9.0',
  gate: { enabled: true },
  withManaged: false,
};

const attach: BulkAction = { kind: 'attach', sidecar: script('one') };
const detachOne: BulkAction = { kind: 'detach', script: 'one/script.sh' };
const detachAll: BulkAction = { kind: 'detach', script: undefined };
const version: BulkAction = { kind: 'version', version: 'v1alpha3' };
const restart: BulkAction = { kind: 'restart' };

const summary = (plan: BulkPlan): string => (plan.kind === 'cannot' ? plan.reason : plan.kind);

/** The sidecars after the patch. */
const after = (vm: VirtualMachine, action: BulkAction): readonly Sidecar[] => {
  const plan = planBulk(vm, action, context);
  const operations = plan.kind === 'change' ? plan.operations : [];
  const { newDocument } = applyPatch(structuredClone(vm), structuredClone(operations), true);
  expect(newDocument.spec.template?.metadata?.annotations?.mine).toBe('kept');
  return sidecarsIn(parseSidecars(templateAnnotation(newDocument)));
};

describe('planBulk', () => {
  it.each<[string, BulkAction, VirtualMachine, string, Partial<BulkContext>?]>([
    ['attach to a VM without sidecars', attach, vmWith(undefined), 'change'],
    ['attach beside another', attach, vmWith([script('two')]), 'change'],
    ['attach what is attached', attach, vmWith([script('two'), script('one')]), 'alreadySo'],
    [
      'attach what is attached in another way',
      attach,
      vmWith([{ ...script('one'), args: ['--version', 'v1alpha2'] }]),
      'otherSettings',
    ],
    ['attach over an annotation that cannot be read', attach, vmWith('[{'), 'malformed'],
    ['attach to a VM that is deleted', attach, vmWith([], { deletionTimestamp: 'now' }), 'deleting'],
    ['attach with the gate off', attach, vmWith([]), 'gateOff', { gate: { enabled: false } }],
    ['attach where the gate is not known', attach, vmWith([]), 'change', { gate: undefined }],
    ['attach where the ConfigMap is missing', attach, vmWith([]), 'finding', { configMaps: new Map() }],
    ['attach where ConfigMaps are not known', attach, vmWith([]), 'change', { configMaps: undefined }],
    ['attach beside an error that is there already', attach, vmWith([script('absent')]), 'change'],
    ['detach one of two', detachOne, vmWith([script('one'), script('two')]), 'change'],
    ['detach what is not attached', detachOne, vmWith([script('two')]), 'alreadySo'],
    ['detach all', detachAll, vmWith([script('one'), script('two')]), 'change'],
    ['detach from a VM without sidecars', detachAll, vmWith(undefined), 'alreadySo'],
    [
      'detach all with the gate off',
      detachAll,
      vmWith([script('one')]),
      'change',
      { gate: { enabled: false } },
    ],
    [
      'detach one of two with the gate off',
      detachOne,
      vmWith([script('one'), script('two')]),
      'gateOff',
      { gate: { enabled: false } },
    ],
    ['change the version', version, vmWith([old]), 'change'],
    ['change to the version that is there', version, vmWith([script('one')]), 'alreadySo'],
    ['change the version without sidecars', version, vmWith(undefined), 'nothingAttached'],
    ['change the version of an image of one’s own', version, vmWith([ownImage]), 'nothingAttached'],
    ['restart', restart, vmWith([script('one')]), 'change'],
    ['restart a stopped VM', restart, vmWith([], {}, 'Stopped'), 'notRunning'],
    ['restart with the gate off', restart, vmWith([script('one')]), 'gateOff', { gate: { enabled: false } }],
    [
      'restart without sidecars, gate off',
      restart,
      vmWith(undefined),
      'change',
      { gate: { enabled: false } },
    ],
  ])('%s', (_what, action, vm, expected, changed = {}) => {
    expect(summary(planBulk(vm, action, { ...context, ...changed }))).toBe(expected);
  });

  it('writes the list with the new sidecar, and keeps everything else', () => {
    expect(after(vmWith(undefined), attach)).toEqual([expect.objectContaining({ args: script('one').args })]);
    expect(after(vmWith([old]), attach).map(({ configMap: source }) => source?.name)).toEqual(['old', 'one']);
    expect(after(vmWith([script('one'), ownImage]), detachOne).map(({ image }) => image)).toEqual([
      'registry/own:1',
    ]);
    expect(after(vmWith([script('one')]), detachAll)).toEqual([]);
  });

  it('changes the version of KubeVirt’s shim only, and keeps other arguments', () => {
    const [first, second] = after(vmWith([old, ownImage]), version);
    expect(first?.args).toEqual(['--version', 'v1alpha3', '--x']);
    expect(second && versionOf(second)).toBe('v1alpha2');
  });

  it('tests that the annotation is as it was seen', () => {
    const vm = vmWith([script('two')]);
    expect(planBulk(vm, attach, context)).toMatchObject({
      operations: [{ op: 'test', value: templateAnnotation(vm) }, { op: 'replace' }],
    });
  });

  it('leaves out VMs whose manager reverts the change, unless asked for', () => {
    const pool = {
      ownerReferences: [
        { apiVersion: 'a/v1', kind: 'VirtualMachinePool', name: 'p', uid: 'u', controller: true },
      ],
    };
    const vm = vmWith([], pool);
    expect(planBulk(vm, attach, context)).toMatchObject({ reason: 'managed', manager: { name: 'p' } });
    expect(planBulk(vm, attach, { ...context, withManaged: true })).toMatchObject({
      kind: 'change',
      manager: { by: 'pool' },
    });
    expect(summary(planBulk(vm, restart, context))).toBe('change');
  });
});
