/** What findings say where the cluster tells more, or less, than usual. */
import { describe, expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { AB, pod, vm, vmi } from '../state/stateFixtures';
import { diagnose, type DiagnosisFinding, type DiagnosisInput } from './diagnose';
import { A, container, dump, failing, idsOf, launcher, onVm, running } from './diagnosisFixtures';

const RENDER = 'failed to render launch manifest: ';
const PVC = '[{"args":["--version","v1alpha3"],"pvc":{"name":"p","volumePath":"/p"}}]';

const cureOf = (input: DiagnosisInput, id: DiagnosisFinding['id']): DiagnosisFinding['cure'] =>
  diagnose(input).find((finding) => finding.id === id)?.cure;

const whatOf = (input: DiagnosisInput): unknown[] =>
  diagnose(input).map(({ id, params }) => [id, params.what]);

describe('changes of the domain', () => {
  it.each<[string, string, unknown[]]>([
    [
      'an alias twice',
      `<a><alias name='ua-x'/></a><b><alias name="ua-x"></alias></b>`,
      [['changeRepeated', 'alias ua-x']],
    ],
    ['the same alias of libvirt', '<alias name="net0"></alias><alias name="net0"></alias>', []],
    [
      'an argument with escapes, twice',
      '<qemu:arg value="-vnc"/><qemu:arg value="a&amp;&quot;b&quot;"/><qemu:arg value="-vnc"/><qemu:arg value="a&#38;"/><qemu:arg value="-vnc"/><qemu:arg value=\'a&amp;"b"\'/>',
      [['changeRepeated', '-vnc a&"b"']],
    ],
    ['an option without value, twice', '<arg value="-S"/><arg value="-S"/>', [['changeRepeated', '-S']]],
    ['arguments without value', '<arg/><arg/>', []],
    [
      'entries without a name, twice',
      '<bios><entry>x</entry><entry>x</entry></bios>',
      [['changeRepeated', 'bios/: x']],
    ],
    [
      'the same entry of two blocks',
      '<bios><entry name="a">x</entry></bios><system><entry name="a">x</entry></system>',
      [],
    ],
  ])('%s', (_case, inside, expected) => {
    expect(whatOf(running({ logs: { compute: dump(`<domain>${inside}</domain>`) } }))).toEqual(expected);
  });

  it('leaves out a dump that is no text', () => {
    const broken = dump('').replace(/dump [^"]*/, `dump ${btoa('\xff\xfe')}`);
    expect(idsOf(running({ logs: { compute: broken } }))).toEqual([]);
  });

  it('opens no script where several may have changed it', () => {
    const twice = '<arg value="-S"/><arg value="-S"/>';
    expect(
      cureOf(running({ logs: { compute: dump(`<domain>${twice}</domain>`) } }, AB), 'changeRepeated'),
    ).toEqual({
      kind: 'editSidecars',
    });
  });
});

describe('refusals', () => {
  it.each<[string, DiagnosisInput, DiagnosisFinding['id'], DiagnosisFinding['cure']]>([
    [
      'the gate on both lists',
      failing('feature gate "Sidecar" exists on both "FeatureGates" and "DisabledFeatureGates"'),
      'gateOnBothLists',
      { kind: 'enableGate' },
    ],
    [
      'a claim of the sidecar',
      failing('persistentvolumeclaim "p" not found.', PVC),
      'pvcNotFound',
      { kind: 'editSidecars', index: 0 },
    ],
    [
      'a volume name that no sidecar has',
      failing('spec.volumes[9].name: Duplicate value: "other"'),
      'volumeNameTwice',
      { kind: 'editSidecars' },
    ],
    [
      'a ConfigMap of something else',
      failing(`${RENDER}configmaps "other" not found`),
      'notSynchronized',
      undefined,
    ],
    [
      'a claim of something else',
      failing('persistentvolumeclaim "other" not found', PVC),
      'notSynchronized',
      undefined,
    ],
  ])('%s', (_case, input, id, cure) => {
    expect(idsOf(input)).toEqual([id]);
    expect(cureOf(input, id)).toEqual(cure);
  });

  it('knows a blank annotation by the VM where there is no instance', () => {
    const message = `${RENDER}unexpected end of JSON input`;
    const input = { vm: vm(' ', { conditions: [{ type: 'Failure', status: 'True', message }] }) };
    expect(idsOf(input)).toEqual(['annotationBlank']);
  });

  it('quotes why no node takes the pod', () => {
    const waiting = launcher([], {
      phase: 'Pending',
      conditions: [
        { type: 'PodScheduled', status: 'False', message: '0/3 nodes are available: 3 Insufficient cpu.' },
      ],
    });
    const input = { vm: vm(A), vmi: vmi(A, { phase: 'Scheduling' }), pods: [waiting] };
    expect(diagnose(input)[0]).toMatchObject({
      id: 'podNotScheduled',
      evidence: [{ quote: '0/3 nodes are available: 3 Insufficient cpu.' }],
    });
  });
});

describe('containers', () => {
  it.each<[string, Parameters<typeof container>[1], DiagnosisFinding['id'], string]>([
    [
      'an image without a word about it',
      { waiting: { reason: 'ErrImageNeverPull' } },
      'imageNeverPulled',
      'ErrImageNeverPull',
    ],
    [
      'an image with its reason',
      { waiting: { reason: 'ErrImagePull', message: 'not found' } },
      'imageNotPulled',
      'not found',
    ],
    [
      'an end with a message',
      { terminated: { exitCode: 128, message: 'exec failed' } },
      'sidecarEnded',
      'exec failed',
    ],
    [
      'an end with a reason',
      { terminated: { exitCode: 137, reason: 'OOMKilled' } },
      'sidecarEnded',
      'OOMKilled, exit code 137',
    ],
    ['an end without any', { terminated: { exitCode: 1 } }, 'sidecarEnded', 'Error, exit code 1'],
  ])('%s', (_case, state, id, quote) => {
    const pods = [launcher([container('hook-sidecar-0', state)])];
    expect(diagnose({ vm: vm(A), vmi: vmi(A, { phase: 'Scheduled' }), pods })).toMatchObject([
      { id, severity: 'error', evidence: [{ quote }] },
    ]);
  });

  it.each<Parameters<typeof container>[1]>([
    undefined,
    { waiting: { reason: 'ContainerCreating' } },
    { terminated: { exitCode: 0 } },
  ])('nothing is wrong with %j', (state) => {
    expect(idsOf(running({ pods: [launcher([container('hook-sidecar-0', state)])] }))).toEqual([]);
  });

  it('tells when the domain of a pod that stays ended, as far as it is known', () => {
    const left = (finishedAt?: string): DiagnosisInput =>
      running({
        pods: [
          pod([
            container('compute', { terminated: { exitCode: 2, ...(finishedAt && { finishedAt }) } }),
            container('hook-sidecar-0', { running: {} }),
          ]),
        ],
      });
    const quote = 'compute: exit code 2; hook-sidecar-0: running';
    expect(diagnose(left())[0]?.evidence).toEqual([expect.objectContaining({ quote })]);
    expect(diagnose(left('2026-01-01T10:09:00Z'))[0]?.evidence[0]?.time).toBe('2026-01-01T10:09:00Z');
  });
});

describe('drift', () => {
  it('does not offer to move an annotation over another', () => {
    const both = onVm((one) => {
      one.metadata.annotations = { [SIDECARS_ANNOTATION]: AB };
    });
    expect(cureOf(running({ vm: both }), 'annotationOnVm')).toBeUndefined();
    const alone = onVm((one) => {
      one.metadata.annotations = { [SIDECARS_ANNOTATION]: AB };
      one.spec.template = { spec: { domain: { devices: {} } } };
    });
    expect(cureOf({ vm: alone }, 'annotationOnVm')).toEqual({ kind: 'moveAnnotation' });
  });

  it.each<[string, string | undefined, string, DiagnosisFinding['cure']]>([
    ['moved up', '[{"image":"b"},{"image":"c"}]', 'hook-sidecar-1', { kind: 'editSidecars', index: 0 }],
    ['was changed since', '[{"image":"a"},{"image":"c"}]', 'hook-sidecar-1', { kind: 'restart' }],
    ['is gone', undefined, 'hook-sidecar-0', { kind: 'restart' }],
    ['no sidecar has', '[{"image":"a"},{"image":"b"}]', 'hook-sidecar-2', undefined],
  ])('opens in the template the sidecar of a container, which %s', (_case, template, name, cure) => {
    const input = {
      vm: vm(template),
      vmi: vmi('[{"image":"a"},{"image":"b"}]', { phase: 'Scheduled' }),
      pods: [launcher([container(name, { waiting: { reason: 'ErrImagePull' } })])],
    };
    expect(cureOf(input, 'imageNotPulled')).toEqual(cure);
  });

  it('knows the sidecar where only the instance is known', () => {
    const pods = [launcher([container('hook-sidecar-1', { waiting: { reason: 'ErrImagePull' } })])];
    expect(cureOf({ vmi: vmi(AB), pods }, 'imageNotPulled')).toEqual({ kind: 'editSidecars', index: 1 });
  });

  it('counts what was attached to a VM that had nothing, and what was taken from it', () => {
    expect(diagnose({ vm: vm(A), vmi: vmi(undefined) })).toMatchObject([
      { id: 'templateDiffers', params: { added: 1, removed: 0 }, evidence: [{ quote: A }, { quote: '' }] },
    ]);
    expect(diagnose({ vm: vm(undefined), vmi: vmi(A) })).toMatchObject([
      { id: 'templateDiffers', params: { added: 0, removed: 1 }, evidence: [{ quote: '' }, { quote: A }] },
    ]);
  });
});
