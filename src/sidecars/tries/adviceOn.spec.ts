import { describe, expect, it } from 'vitest';
import { adviceOn, type Advice } from './adviceOn';
import { NATIVE_FIELDS } from './nativeFields';
import { hookCall } from './triesFixtures';

const BEFORE = `<domain type="kvm"><name>vm</name><uuid>u</uuid><memory unit="b">1</memory>
<sysinfo type="smbios"><system><entry name="product">None</entry></system><baseBoard></baseBoard><chassis></chassis></sysinfo>
<os><type>hvm</type></os><features><acpi></acpi></features><cpu mode="host-model"></cpu><vcpu>4</vcpu>
<metadata><kubevirt xmlns="http://kubevirt.io"><uid></uid></kubevirt></metadata>
<devices><disk type="file"><target dev="vda"></target><driver cache="none"></driver><alias name="ua-a"></alias></disk>
<interface type="ethernet"><alias name="ua-n"></alias><driver name="vhost"></driver></interface>
<controller type="pci" index="0"></controller><video><model type="vga"></model></video></devices></domain>`;

/** Puts `added` before the end tag, or replaces `from` by `to`. */
const within = (parent: string, added: string): string =>
  BEFORE.replace(`</${parent}>`, `${added}</${parent}>`);

const adviceAbout = (output: string, version: string | undefined = 'v1.9.0'): Advice[] =>
  adviceOn([hookCall({ input: BEFORE, output })], version);

const fieldsFor = (output: string, version?: string): string[] =>
  adviceAbout(output, version).flatMap((advice) => (advice.code === 'native' ? [advice.field] : []));

const DOMAIN = 'spec.template.spec.domain.';

const natives: [field: string, output: string][] = [
  [`${DOMAIN}chassis`, within('chassis', '<entry name="asset">1</entry>')],
  [`${DOMAIN}firmware.serial`, within('system', '<entry name="serial">1</entry>')],
  [`${DOMAIN}firmware.uuid`, within('system', '<entry name="uuid">1</entry>')],
  [`${DOMAIN}features.kvm.hidden`, within('features', '<kvm><hidden state="on"/></kvm>')],
  [
    `${DOMAIN}features.hyperv.vendorid`,
    within('features', '<hyperv><vendor_id state="on" value="x"/></hyperv>'),
  ],
  [`${DOMAIN}features.hyperv`, within('features', '<hyperv><relaxed state="on"/></hyperv>')],
  [`${DOMAIN}devices.video.type`, BEFORE.replace('type="vga"', 'type="virtio"')],
  [`${DOMAIN}devices.networkInterfaceMultiqueue`, BEFORE.replace('name="vhost"', 'name="vhost" queues="4"')],
  [`${DOMAIN}devices.blockMultiQueue`, BEFORE.replace('cache="none"', 'cache="none" queues="4"')],
  [`${DOMAIN}devices.disks[].blockSize`, within('disk', '<blockio logical_block_size="4096"/>')],
  [`${DOMAIN}devices.disks[].cache`, BEFORE.replace('cache="none"', 'cache="writeback"')],
  [`${DOMAIN}devices.disks[].io`, BEFORE.replace('cache="none"', 'cache="none" io="threads"')],
  [`${DOMAIN}devices.disks[].serial`, within('disk', '<serial>x</serial>')],
  [`${DOMAIN}devices.disks[].bootOrder`, within('disk', '<boot order="1"/>')],
  [`${DOMAIN}devices.interfaces[].bootOrder`, within('interface', '<boot order="1"/>')],
  [`${DOMAIN}devices.interfaces[].state`, within('interface', '<link state="down"/>')],
  [
    `${DOMAIN}memory.hugepages`,
    within('domain', '<memoryBacking><hugepages/><source type="memfd"/></memoryBacking>'),
  ],
  ['kubevirt.io/disablePCIHole64: "true"', within('controller', '<pcihole64 unit="KiB">0</pcihole64>')],
  [
    `${DOMAIN}cpu.dedicatedCpuPlacement`,
    within('domain', '<cputune><vcpupin vcpu="0" cpuset="1"/></cputune>'),
  ],
  [`${DOMAIN}cpu.numa`, within('cpu', '<numa><cell id="0" cpus="0-3"/></numa>')],
  [`${DOMAIN}devices.tpm`, within('devices', '<tpm model="tpm-crb"><backend type="emulator"/></tpm>')],
  [`${DOMAIN}clock`, within('domain', '<clock offset="localtime"/>')],
  [`${DOMAIN}devices.watchdog`, within('devices', '<watchdog model="i6300esb" action="reset"/>')],
  [`${DOMAIN}devices.sound`, within('devices', '<sound model="ich9"/>')],
  [`${DOMAIN}devices.panicDevices`, within('devices', '<panic model="isa"/>')],
  ['spec.template.spec.startStrategy: Paused', within('os', '<bootmenu enable="yes" timeout="3000"/>')],
  [
    'KubeVirt: spec.configuration.permittedHostDevices.usb',
    within('devices', '<hostdev mode="subsystem" type="usb"><source><vendor id="0x1"/></source></hostdev>'),
  ],
];

describe('the advice that KubeVirt can do it itself', () => {
  it.each(natives)('%s', (field, output) => {
    expect(fieldsFor(output)).toEqual([field]);
  });

  it('is tested for each field', () => {
    expect(new Set(natives.map(([field]) => field))).toEqual(
      new Set(NATIVE_FIELDS.map(({ field }) => field)),
    );
  });

  it.each<[string, string, string?]>([
    ['a base board', within('baseBoard', '<entry name="manufacturer">R</entry>')],
    ['a cache mode that the API does not have', BEFORE.replace('cache="none"', 'cache="unsafe"')],
    ['an I/O mode that the API does not have', BEFORE.replace('cache="none"', 'cache="none" io="io_uring"')],
    ['another number of queues than vCPUs', BEFORE.replace('name="vhost"', 'name="vhost" queues="2"')],
    ['memfd without huge pages', within('domain', '<memoryBacking><source type="memfd"/></memoryBacking>')],
    ['a PCI hole that is not 0', within('controller', '<pcihole64 unit="KiB">1024</pcihole64>')],
    ['another sound card', within('devices', '<sound model="ac97"/>')],
    ['what was there already', BEFORE],
    ['a value that is taken away', BEFORE.replace(' cache="none"', '')],
    ['a video type before 1.6', BEFORE.replace('type="vga"', 'type="virtio"'), 'v1.5.2'],
    ['a link state before 1.5', within('interface', '<link state="down"/>'), 'v1.4.0'],
    ['a panic device if the version is not known', within('devices', '<panic model="isa"/>'), ''],
  ])('is not given for %s', (_what, output, version) => {
    expect(fieldsFor(output, version)).toEqual([]);
  });
});

describe('other advice', () => {
  it.each<[string, string, Advice[]]>([
    [
      'an element that KubeVirt has no place for',
      within('disk', '<wwn>5</wwn>'),
      [
        {
          code: 'lostBetweenCalls',
          call: 1,
          path: '/domain/devices/disk[target dev="vda"]/wwn',
          lost: '<wwn>',
        },
      ],
    ],
    [
      'an attribute that KubeVirt has no place for',
      BEFORE.replace('<target dev="vda"', '<target dev="vda" rotation_rate="1"'),
      [
        {
          code: 'lostBetweenCalls',
          call: 1,
          path: '/domain/devices/disk[target dev="vda"]/target',
          lost: 'target/@rotation_rate',
        },
      ],
    ],
    [
      'a part of a new device',
      within(
        'devices',
        '<channel type="qemu-vdagent"><source><clipboard copypaste="yes"/></source></channel>',
      ),
      [{ code: 'lostBetweenCalls', call: 1, path: '/domain/devices/channel', lost: '<clipboard>' }],
    ],
    ['what KubeVirt has a place for', within('devices', '<input type="tablet" bus="usb"/>'), []],
    [
      'a bandwidth',
      within('interface', '<bandwidth></bandwidth>'),
      [{ code: 'sessionMode', call: 1, path: '/domain/devices/interface[alias name="ua-n"]/bandwidth' }],
    ],
    [
      'another name',
      BEFORE.replace('<name>vm', '<name>x'),
      [{ code: 'identity', call: 1, path: '/domain/name' }],
    ],
    [
      'another UUID',
      BEFORE.replace('<uuid>u', '<uuid>x'),
      [{ code: 'identity', call: 1, path: '/domain/uuid' }],
    ],
    [
      'more memory',
      BEFORE.replace('>1</memory>', '>2</memory>'),
      [{ code: 'identity', call: 1, path: '/domain/memory' }],
    ],
    [
      'more vCPUs',
      BEFORE.replace('<vcpu>4', '<vcpu>8'),
      [{ code: 'identity', call: 1, path: '/domain/vcpu' }],
    ],
    [
      'other metadata of KubeVirt',
      BEFORE.replace('<uid></uid>', '<uid>1</uid>'),
      [{ code: 'identity', call: 1, path: '/domain/metadata/kubevirt:kubevirt/kubevirt:uid' }],
    ],
    ['no XML', 'done', []],
  ])('on %s', (_what, output, advice) => {
    expect(adviceAbout(output)).toEqual(advice);
  });

  it('is given once although each call has the change', () => {
    const output = within('disk', '<wwn>5</wwn>');
    const calls = [1, 2, 3].map((call) => hookCall({ call, input: BEFORE, output }));
    expect(adviceOn(calls, 'v1.8.4').map(({ call }) => call)).toEqual([1]);
  });
});
