import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { releaseOf } from '../release';
import { hookSidecars } from '../sidecar/hookSidecarList';
import { podDefaults } from '../../api/types/podDefaults';
import { renderPod } from './renderPod';

const rendered = (name: string, annotation: string, hostname = ''): Pod => {
  const vmi: VirtualMachineInstance = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: {
      name,
      namespace: 'default',
      uid: '1234',
      annotations: { 'hooks.kubevirt.io/hookSidecars': annotation },
    },
    spec: { domain: { devices: {} }, hostname },
  };
  return renderPod(vmi, hookSidecars(vmi.metadata.annotations), releaseOf('v1.9.0'), 300) as Pod;
};

const recordings = resolve(import.meta.dirname, '../../../../../shared/data/pods');

describe.skipIf(!existsSync(recordings))('recordings of KubeVirt (skipped: not in this tree)', () => {
  it.each(['virt-launcher-pvc.yaml', 'virt-launcher-image-command.yaml'])('%s', (file) => {
    const [document] = parseAllDocuments(readFileSync(resolve(recordings, file), 'utf8'));
    const real = document?.toJS() as Pod;
    const annotation = real.metadata.annotations?.['hooks.kubevirt.io/hookSidecars'] ?? '';
    const made = rendered(real.metadata.labels?.['vm.kubevirt.io/name'] ?? '', annotation);

    expect(made.metadata).toEqual(
      real.metadata.namespace === undefined ? { ...real.metadata, namespace: 'default' } : real.metadata,
    );
    expect(made.spec.volumes).toEqual(real.spec.volumes);
    expect(made.spec.containers[1]).toEqual(real.spec.containers[1]);
    const mounts = (pod: Pod): unknown => pod.spec.containers[0]?.volumeMounts;
    expect(mounts(made)).toEqual(mounts(real));
    expect(made.spec.initContainers?.map(({ name, args }) => [name, args])).toEqual(
      real.spec.initContainers?.map(({ name, args }) => [name, args]),
    );
  });
});

const starts = resolve(import.meta.dirname, '../../../../../shared/data/kubevirt-1.8.4');

/** Values that depend on the recording's machine and HCO's settings. */
const withoutPlace = (spec: Pod['spec']): unknown =>
  JSON.parse(
    JSON.stringify({ ...spec, nodeName: undefined })
      .replace(/"--qemu-timeout","\d+s"/, '"--qemu-timeout","300s"')
      .replace(/"--ovmf-path","[^"]*"/, '"--ovmf-path","ovmf"')
      .replace(/"--disk-memory-limit","\d+"/, '"--disk-memory-limit","1"')
      .replace(',"--allow-emulation"', '')
      .replaceAll('"devices.kubevirt.io/kvm":"1",', ''),
  );

describe.skipIf(!existsSync(starts))('pods of KubeVirt 1.8.4 (skipped: not in this tree)', () => {
  it.each(['badver', 'command', 'crlf', 'exit1', 'image', 'nocloud', 'nokey'])('%s', (folder) => {
    const read = (file: string): unknown => parse(readFileSync(resolve(starts, folder, file), 'utf8'));
    const real = read('pod.yaml') as Pod;
    const vmi = read('vmi.yaml') as VirtualMachineInstance;
    const sidecars = hookSidecars(real.metadata.annotations);
    const made = renderPod(vmi, sidecars, releaseOf('v1.8.4'), 300, 'kubevirt/kubevirt.json');

    expect(withoutPlace(podDefaults(made.spec))).toEqual(withoutPlace(real.spec));
    expect(made.metadata.labels).toEqual(real.metadata.labels);
  });
});

it('a ConfigMap becomes a volume of its name, executable, mounted by key', () => {
  const { spec } = rendered(
    'vm',
    '[{"args":["--version","v1alpha3"],"configMap":{"name":"hook","key":"script.sh","hookPath":"/usr/bin/onDefineDomain"}}]',
  );
  expect(spec.volumes).toContainEqual({ name: 'hook', configMap: { name: 'hook', defaultMode: 493 } });
  expect(spec.containers[1]).toMatchObject({
    name: 'hook-sidecar-0',
    args: ['--version', 'v1alpha3'],
    volumeMounts: [
      { mountPath: '/var/run/kubevirt-hooks', name: 'hook-sidecar-sockets', subPath: 'hook-sidecar-0' },
      { mountPath: '/usr/bin/onDefineDomain', name: 'hook', subPath: 'script.sh' },
    ],
  });
  const args = spec.containers[0]?.args ?? [];
  expect(args[args.indexOf('--hook-sidecars') + 1]).toBe('1');
});

it.each([
  ['vm.example', '', 'vm'],
  ['v'.repeat(70), '', 'v'.repeat(63)],
  ['vm', 'shop', 'shop'],
])('the label that seems to name the VM holds the host name: %s, %s', (name, hostname, expected) => {
  const { metadata, spec } = rendered(name, '[]', hostname);
  expect(metadata.labels?.['vm.kubevirt.io/name']).toBe(expected);
  expect(spec.hostname).toBe(expected);
});
