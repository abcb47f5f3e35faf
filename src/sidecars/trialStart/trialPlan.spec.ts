import { describe, expect, it } from 'vitest';
import { parseSidecars, sidecarsIn } from '../annotation/annotation';
import { configMapSidecar, type Sidecar } from '../annotation/sidecar';
import { checkDnsLabel } from '../objects/names';
import type { VirtualMachine } from '../objects/resources';
import { ownedBy, planTrial, type TrialPlan } from './trialPlan';

const SIDECARS = 'hooks.kubevirt.io/hookSidecars';
const SCRIPT = '#!/bin/sh\necho "it\'s"\n';

const vmNamed = (name: string): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace: 'shop' },
  spec: { template: { metadata: { annotations: {} }, spec: { domain: { devices: {} } } } },
});

const planned = (
  sidecars: readonly Sidecar[],
  { name = 'web', script = SCRIPT }: { name?: string; script?: string } = {},
): TrialPlan => {
  const result = planTrial({
    vm: vmNamed(name),
    sidecars,
    scriptOf: (configMap) => (configMap === 'missing' ? undefined : script),
    suffix: 'ab12cd',
    now: new Date('2026-01-02T03:04:05Z'),
    firmwareUuid: 'u',
  });
  if (result.kind === 'refused') {
    throw new Error(result.reason);
  }
  return result.plan;
};

const hooksOf = ({ instance }: TrialPlan): readonly Sidecar[] =>
  sidecarsIn(parseSidecars(instance.metadata.annotations?.[SIDECARS]));

const one = configMapSidecar('one', 'script.sh', 'onDefineDomain');
const two = configMapSidecar('two', 'a.py', 'preCloudInitIso');

describe('planTrial', () => {
  it('replaces each script by a recorder of its own, in the same order and with the same options', () => {
    const image: Sidecar = { image: 'example/hook', extra: {} };
    const plan = planned([{ ...one, image: 'x', args: ['--version', 'v1alpha2'] }, image, two]);
    expect(hooksOf(plan)).toMatchObject([
      {
        image: 'x',
        args: ['--version', 'v1alpha2'],
        configMap: { ...one.configMap, name: 'sidecar-trial-web-ab12cd-0' },
      },
      { image: 'example/hook' },
      { configMap: { ...two.configMap, name: 'sidecar-trial-web-ab12cd-2' } },
    ]);
    expect(plan.configMaps.map(({ metadata, data }) => [metadata.name, Object.keys(data ?? {})])).toEqual([
      ['sidecar-trial-web-ab12cd-0', ['script.sh']],
      ['sidecar-trial-web-ab12cd-2', ['a.py']],
    ]);
    expect(plan.configMaps[0].data?.['script.sh']).toContain(`echo "it'\\''s"`);
    expect(plan.hooks.map(({ kind, index }) => [kind, index])).toEqual([
      ['recorded', 0],
      ['unrecorded', 1],
      ['recorded', 2],
    ]);
  });

  it('marks all objects, and tells until when they are needed', () => {
    const plan = planned([one]);
    for (const { metadata } of [plan.instance, ...plan.configMaps]) {
      expect(metadata).toMatchObject({
        namespace: 'shop',
        labels: { 'sidecar-hooks.kubevirt.io/trial-start': 'true' },
        annotations: {
          'sidecar-hooks.kubevirt.io/trial-of': 'web',
          'sidecar-hooks.kubevirt.io/trial-expires': '2026-01-02T03:14:05.000Z',
        },
      });
    }
  });

  it.each(['web', 'a'.repeat(63), 'db.example.org', `${'a'.repeat(29)}.b`])(
    'has names that KubeVirt accepts for VM %s',
    (name) => {
      const plan = planned(
        Array.from({ length: 12 }, (_, index) => configMapSidecar(`c${index}`, 'k', 'onDefineDomain')),
        { name },
      );
      for (const { metadata } of [plan.instance, ...plan.configMaps]) {
        expect(checkDnsLabel(metadata.name)).toBeUndefined();
        expect(metadata.name).not.toBe(name);
      }
    },
  );

  it.each<[string, readonly Sidecar[], string]>([
    ['without a ConfigMap', [{ image: 'x', extra: {} }], 'noConfigMap'],
    [
      'that the shim does not find',
      [{ ...one, configMap: { name: 'one', key: 'k', hookPath: '/opt/hook' } }],
      'noHookPoint',
    ],
    ['whose script is missing', [configMapSidecar('missing', 'k', 'onDefineDomain')], 'noScript'],
    ['with a name that KubeVirt refuses', [configMapSidecar('a.b', 'k', 'onDefineDomain')], 'refusedName'],
    ['that use one ConfigMap', [one, configMapSidecar('one', 'other', 'preCloudInitIso')], 'refusedName'],
  ])(
    'leaves hooks %s as they are, so that KubeVirt does with them what it does',
    (_what, sidecars, reason) => {
      const plan = planned(sidecars);
      expect(hooksOf(plan).map(({ configMap }) => configMap?.name)).toEqual(
        sidecars.map(({ configMap }) => configMap?.name),
      );
      expect(plan.hooks.map((hook) => hook.kind === 'unrecorded' && hook.reason)).toEqual(
        sidecars.map(() => reason),
      );
      // The copy needs an owner all the same.
      expect(plan.configMaps.map(({ data }) => data)).toEqual([{}]);
    },
  );

  it('does not record a script for which there is no room', () => {
    expect(planned([one], { script: `#!/bin/sh\n${'#'.repeat(300_000)}` }).hooks[0]).toMatchObject({
      reason: 'tooLong',
    });
  });

  it('refuses a VM without sidecars', () => {
    const input = { vm: vmNamed('web'), sidecars: [], scriptOf: () => SCRIPT, suffix: 'x', now: new Date() };
    expect(planTrial({ ...input, firmwareUuid: undefined })).toEqual({
      kind: 'refused',
      reason: 'noSidecars',
    });
  });
});

it('an object is deleted with its owner, which needs no right over the owner', () => {
  const { instance, configMaps } = planned([one]);
  const owner = { ...configMaps[0], metadata: { ...configMaps[0].metadata, uid: '7' } };
  expect(ownedBy(instance, owner).metadata.ownerReferences).toEqual([
    { apiVersion: 'v1', kind: 'ConfigMap', name: 'sidecar-trial-web-ab12cd-0', uid: '7' },
  ]);
});
