import jsonpatch from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { parseSidecars } from '../annotation/annotation';
import { runChecks } from '../checks/runChecks';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { VirtualMachine } from '../objects/resources';
import { misplacedAnnotation, templateAnnotation } from '../objects/vm';
import {
  fixFinding,
  moveAnnotation,
  removeAnnotation,
  removeVolume,
  writeSidecars,
  type VmEdit,
} from './vmEdit';

const vmWith = (template?: string, own?: string): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: {
    name: 'vm',
    namespace: 'ns',
    resourceVersion: '5',
    ...(own === undefined ? {} : { annotations: { [SIDECARS_ANNOTATION]: own } }),
  },
  spec: {
    template: {
      metadata: {
        annotations: {
          other: 'kept',
          ...(template === undefined ? {} : { [SIDECARS_ANNOTATION]: template }),
        },
      },
      spec: { domain: { devices: {} } },
    },
  },
});

const applied = (vm: VirtualMachine, edit: VmEdit): VirtualMachine => {
  const plan = edit(vm);
  if (plan === undefined) {
    throw new Error('nothing to do');
  }
  return jsonpatch.applyPatch(structuredClone(vm), plan.operations, true).newDocument;
};

const old =
  '[{"args": ["--version", "v1alpha2"], "configMap": {"name": "a", "key": "s", "hookPath": "/usr/bin/onDefineDomain"}}]';

describe('edits of a VM', () => {
  it('writes a repaired text unchanged', () => {
    const vm = applied(vmWith('[{'), writeSidecars({ raw: ' [ ] ' }));
    expect(templateAnnotation(vm)).toBe(' [ ] ');
    expect(vm.spec.template?.metadata?.annotations?.other).toBe('kept');
  });

  it.each(['', '[{', '[]', old])('removes the annotation with any content: %j', (text) => {
    expect(templateAnnotation(applied(vmWith(text), removeAnnotation))).toBeUndefined();
  });

  it('has nothing to remove or write when the VM is as wanted', () => {
    expect(removeAnnotation(vmWith())).toBeUndefined();
    expect(writeSidecars({ raw: old })(vmWith(old))).toBeUndefined();
    expect(moveAnnotation(vmWith(old))).toBeUndefined();
  });

  it('removes the volume that a guide added, but none that a disk uses', () => {
    const vm = vmWith(old);
    const volumes = [{ name: 'root' }, { name: 'config-volume', configMap: { name: 'a' } }];
    const disks = [{ name: 'config-volume' }];
    const withVolume = (devices: Record<string, unknown>): VirtualMachine => ({
      ...vm,
      spec: { template: { ...vm.spec.template, spec: { domain: { devices }, volumes } } },
    });
    const edit = removeVolume('config-volume');
    expect(applied(withVolume({}), edit).spec.template?.spec.volumes).toEqual([{ name: 'root' }]);
    expect(edit(withVolume({}))?.after).toBe(JSON.stringify([{ name: 'root' }], undefined, 2));
    expect(edit(withVolume({ disks }))).toBeUndefined();
    expect(edit(vm)).toBeUndefined();
  });

  it('moves the annotation to the template, and shows it', () => {
    const vm = vmWith(undefined, '[]');
    const moved = applied(vm, moveAnnotation);
    expect([templateAnnotation(moved), misplacedAnnotation(moved)]).toEqual(['[]', undefined]);
    expect(moveAnnotation(vm)).toMatchObject({ before: '', after: '[]' });
  });
});

describe('fixFinding', () => {
  const findingOf = (vm: VirtualMachine, id: string): ReturnType<typeof runChecks>[number] => {
    const finding = runChecks({ vm, parsed: parseSidecars(templateAnnotation(vm)) }).find(
      (one) => one.id === id,
    );
    if (finding === undefined) {
      throw new Error(id);
    }
    return finding;
  };

  it('fixes the same entry after somebody else put another one before it', () => {
    const finding = findingOf(vmWith(old), 'versionOld');
    const now = vmWith(`[{"args": ["--version", "v1alpha3"], "image": "x"}, ${old.slice(1)}`);
    const parsed = parseSidecars(templateAnnotation(applied(now, fixFinding(finding, {}))));
    expect(parsed.kind === 'parsed' && parsed.sidecars.map(({ args }) => args)).toEqual([
      ['--version', 'v1alpha3'],
      ['--version', 'v1alpha3'],
    ]);
  });

  it('has nothing to do when somebody else fixed it', () => {
    const finding = findingOf(vmWith(old), 'versionOld');
    expect(fixFinding(finding, {})(vmWith(old.replace('v1alpha2', 'v1alpha3')))).toBeUndefined();
  });

  it('removes a blank annotation and moves a misplaced one', () => {
    const blank = vmWith(' ');
    expect(
      templateAnnotation(applied(blank, fixFinding(findingOf(blank, 'blankAnnotation'), {}))),
    ).toBeUndefined();
    const misplaced = vmWith(undefined, old);
    expect(
      templateAnnotation(applied(misplaced, fixFinding(findingOf(misplaced, 'annotationOnVmMetadata'), {}))),
    ).toBe(old);
  });
});
