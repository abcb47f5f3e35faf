import { describe, expect, it } from 'vitest';
import { convertInstance } from '../../../dev/cluster/kubevirt/domain/convertInstance';
import { defineDomain } from '../../../dev/cluster/kubevirt/domain/defineDomain';
import { definePasses } from '../../../dev/cluster/kubevirt/domain/definePasses';
import { hotplugPorts } from '../../../dev/cluster/kubevirt/domain/hotplugPorts';
import { parseAsLibvirt } from '../../../dev/cluster/kubevirt/domain/parseXml';
import { LogBuffer } from '../../../dev/cluster/kubevirt/launcher/logBuffer';
import { releaseOf } from '../../../dev/cluster/kubevirt/release';
import type { VirtualMachineInstance } from '../objects/resources';
import type { HookCall } from './hookCall';
import { hookCall, triedCalls, type TestScript } from './triesFixtures';
import { verdictOf, type TryVerdict } from './verdictOf';

const VERSION = 'v1.8.0';

/** With enough memory for a third call. */
const VMI: VirtualMachineInstance = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: { name: 'vm', namespace: 'lab', uid: 'u' },
  spec: {
    volumes: [{ name: 'root', emptyDisk: { capacity: '1Gi' } }],
    domain: {
      memory: { guest: '4Gi' },
      devices: {
        autoattachPodInterface: false,
        disks: [{ name: 'root', disk: { bus: 'virtio' } }],
        interfaces: [{ name: 'net0', bridge: {} }],
      },
    },
  },
};

const host = {
  emulator: '/usr/bin/qemu-system-x86_64',
  machines: { q35: 'pc-q35-7.2' },
  channelDir: (id: number, name: string) => `/channels/${String(id)}-${name}`,
  hostCpu: { model: 'EPYC', vendor: 'AMD', features: [] },
  owner: '+0:+0',
};

/** The calls of a script when the embedded cluster defines the domain, with all that libvirt adds in between. */
const callsAtStart = async (script: TestScript): Promise<HookCall[]> => {
  const calls: HookCall[] = [];
  const converted = convertInstance(VMI, {
    manufacturer: 'KubeVirt',
    product: 'None',
    family: 'KubeVirt',
    version: '',
  });
  const onDefineDomain = (input: string): Promise<string> => {
    const call = calls.length + 1;
    const result = script(input, call);
    const made = hookCall({ call, input, ...(typeof result === 'string' ? { output: result } : result) });
    calls.push(made);
    return made.ending.kind === 'exited' && made.ending.code === 0
      ? Promise.resolve(made.output)
      : Promise.reject(new Error('exit status'));
  };
  await definePasses(converted, {
    manager: { onDefineDomain },
    define: (xml) => Promise.resolve(defineDomain(parseAsLibvirt(xml), host)),
    log: new LogBuffer(),
    vmiJson: '{}',
    fields: {},
    ports: hotplugPorts(VMI, converted, releaseOf(VERSION)),
  }).catch(() => undefined);
  return calls;
};

const same: TestScript = (input) => input;
const INPUT_DEVICE = '<input type="tablet" bus="usb"><alias name="ua-tablet"/></input>';

describe('a quick try and a start agree on a script that', () => {
  it.each<[string, TestScript, TryVerdict['kind']]>([
    ['does nothing', same, 'changesNothing'],
    [
      'adds a device in each call',
      (input) => input.replace('</devices>', `${INPUT_DEVICE}</devices>`),
      'addsAgain',
    ],
    [
      'adds an entry in each call',
      (input) => input.replace('</baseBoard>', '<entry name="version">1</entry></baseBoard>'),
      'addsAgain',
    ],
    [
      'fails in call 2',
      (input, call) => (call === 2 ? { ending: { kind: 'exited', code: 3 } } : input),
      'fails',
    ],
    ['prints text before the domain', (input) => `hello\n${input}`, 'notForLibvirt'],
    [
      'uses a prefix that call 3 does not declare',
      (input) =>
        input.replace('</domain>', '<qemu:commandline><qemu:arg value="-s"/></qemu:commandline></domain>'),
      'notForLibvirt',
    ],
    ['prints only text', () => 'hello\n', 'notXml'],
    [
      'is good',
      (input) =>
        input.replace(
          /<baseBoard>.*?<\/baseBoard>/s,
          '<baseBoard><entry name="version">1</entry></baseBoard>',
        ),
      'sameAfterSecondCall',
    ],
  ])('%s', async (_what, script, kind) => {
    const started = await callsAtStart(script);
    const tried = triedCalls(script, started[0]?.input ?? '', VERSION);
    expect(verdictOf(tried, VERSION)).toEqual(verdictOf(started, VERSION));
    expect(verdictOf(tried, VERSION).kind).toBe(kind);
  });

  it('is called three times', async () => {
    const started = await callsAtStart(same);
    expect(started).toHaveLength(3);
    expect(triedCalls(same, started[0]?.input ?? '', VERSION)).toHaveLength(3);
  });
});
