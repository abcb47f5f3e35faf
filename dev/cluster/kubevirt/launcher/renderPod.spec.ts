import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { Container, Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { releaseOf } from '../release';
import { hookSidecars } from '../sidecar/hookSidecarList';
import { podDefaults } from '../../api/types/podDefaults';
import { renderPod } from './renderPod';

const rendered = (name: string, annotation: string, { hostname = '', version = 'v1.9.0' } = {}): Pod => {
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
  return renderPod(vmi, hookSidecars(vmi.metadata.annotations), releaseOf(version), 300) as Pod;
};

/** What a container has mounted beside its socket. */
const mounts = (name?: string, mountPath = ''): Partial<Container> => ({
  volumeMounts: [
    { mountPath: '/var/run/kubevirt-hooks', name: 'hook-sidecar-sockets', subPath: 'hook-sidecar-0' },
    ...(name === undefined ? [] : [{ mountPath, name }]),
  ],
});

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
    expect(real.metadata.annotations).toMatchObject(made.metadata.annotations ?? {});
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

it.each<[string, string, string, Partial<Container>]>([
  ['an image', 'v1.9.0', '{"image":"own"}', { image: 'own' }],
  ['no image', 'v1.9.0', '{}', { image: 'quay.io/kubevirt/sidecar-shim:v1.9.0' }],
  ['no image before 1.3', 'v1.2.0', '{}', { image: '' }],
  ['a pull policy', 'v1.9.0', '{"imagePullPolicy":"Always"}', { imagePullPolicy: 'Always' }],
  ['a command', 'v1.9.0', '{"command":["/hook"]}', { command: ['/hook'] }],
  ['a ConfigMap and no key', 'v1.9.0', '{"configMap":{"name":"c","hookPath":"/h"}}', mounts('c', '/h')],
  ['a ConfigMap without a name', 'v1.9.0', '{"configMap":{"name":"","hookPath":"/h"}}', mounts()],
  ['a claim', 'v1.9.0', '{"pvc":{"name":"p","volumePath":"/p"}}', mounts('p', '/p')],
  ['a claim without a name', 'v1.9.0', '{"pvc":{"name":"","volumePath":"/p"}}', mounts()],
])('a sidecar with %s in %s becomes a container', (_what, version, entry, expected) => {
  const { spec } = rendered('vm', `[${entry}]`, { version });
  const [, plain] = rendered('vm', '[{}]', { version }).spec.containers;
  expect(spec.containers[1]).toEqual({ ...plain, ...expected });
  const volumes = spec.volumes?.map(({ name }) => name) ?? [];
  const mounted = spec.containers[1]?.volumeMounts?.map(({ name }) => name) ?? [];
  expect(volumes).toEqual(expect.arrayContaining(mounted));
  expect(volumes).not.toContain('');
});

it.each([
  ['v1.5.0', undefined, []],
  ['v1.6.0', 'hook-sidecar-0', ['hook-sidecar-0']],
])('the socket of a sidecar of %s is in the directory %s', (version, subPath, names) => {
  const container = rendered('vm', '[{}]', { version }).spec.containers[1];
  expect(container?.volumeMounts?.[0]?.subPath).toBe(subPath);
  const variables = container?.env?.filter(({ name }) => name === 'CONTAINER_NAME');
  expect(variables?.map(({ value }) => value)).toEqual(names);
});

it.each([
  ['{"name":"p","volumePath":"/p","sharedComputePath":"/s"}', [{ mountPath: '/s', name: 'p' }]],
  ['{"name":"p","volumePath":"/p"}', []],
])('compute mounts a claim only where it is shared: %s', (pvc, expected) => {
  const { containers } = rendered('vm', `[{"pvc":${pvc}}]`).spec;
  expect(containers[0]?.volumeMounts?.filter(({ name }) => name === 'p')).toEqual(expected);
});

it.each([
  ['vm.example', '', 'vm'],
  ['v'.repeat(70), '', 'v'.repeat(63)],
  ['vm', 'shop', 'shop'],
])('the label that seems to name the VM holds the host name: %s, %s', (name, hostname, expected) => {
  const { metadata, spec } = rendered(name, '[]', { hostname });
  expect(metadata.labels?.['vm.kubevirt.io/name']).toBe(expected);
  expect(spec.hostname).toBe(expected);
});
