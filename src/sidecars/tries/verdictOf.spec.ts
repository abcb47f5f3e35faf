import { describe, expect, it } from 'vitest';
import {
  GENERATED,
  hasRecordedCalls,
  hookCall,
  recordedInput,
  triedCalls,
  type TestScript,
} from './triesFixtures';
import { verdictOf, type TryVerdict } from './verdictOf';

const VERSION = 'v1.8.4';
const call1 = recordedInput(1);
const call2 = recordedInput(2);

const SOUND = '<sound model="ich9"><alias name="ua-sound"></alias></sound>';
const addsSound = (input: string): string => input.replace('</devices>', `${SOUND}</devices>`);
const guardedSound = (input: string): string => (input.includes('ua-sound') ? input : addsSound(input));
const baseBoard = (input: string): string =>
  input.replace(
    /<baseBoard>.*?<\/baseBoard>/s,
    "<baseBoard><entry name='manufacturer'>R</entry></baseBoard>",
  );
const addsEntry: TestScript = (input) =>
  input.replace('</baseBoard>', "<entry name='manufacturer'>R</entry></baseBoard>");
const QEMU_ARGUMENT = '<qemu:commandline><qemu:arg value="-x"/></qemu:commandline>';

const expectedVerdicts: [string, TestScript, TryVerdict][] = [
  ['does nothing', (input) => input, { kind: 'changesNothing' }],
  ['only spells differently', (input) => input.replaceAll('"', "'"), { kind: 'changesNothing' }],
  ['replaces a section', baseBoard, { kind: 'sameAfterSecondCall' }],
  ['adds a device if it is not there', guardedSound, { kind: 'sameAfterSecondCall' }],
  [
    'adds a device in each call',
    addsSound,
    { kind: 'addsAgain', call: 2, path: '/domain/devices/sound[alias name="ua-sound"]' },
  ],
  [
    // Outside of the devices call 2 does not get the result of call 1.
    'adds outside of the devices in each call',
    addsEntry,
    { kind: 'addsAgain', call: 3, path: '/domain/sysinfo/baseBoard/entry[name="manufacturer"]' },
  ],
  [
    // KubeVirt has lost it before each call.
    'adds an argument of QEMU in each call',
    (input) =>
      input
        .replace('</domain>', `${QEMU_ARGUMENT}</domain>`)
        .replace(
          /<domain type="kvm">/,
          '<domain type="kvm" xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">',
        ),
    { kind: 'sameAfterSecondCall' },
  ],
  [
    'uses a prefix that call 3 does not declare',
    (input) => input.replace('</domain>', `${QEMU_ARGUMENT}</domain>`),
    { kind: 'notForLibvirt', call: 3, refusal: 'undeclaredPrefix' },
  ],
  [
    'appends to a value in each call',
    (input) => input.replace(/cache="([^"]*)"/, 'cache="$1x"'),
    { kind: 'changesAgain', call: 2, path: '/domain/devices/disk[target dev="vda"]/driver' },
  ],
  [
    'changes only the first time',
    (input, call) => (call === 1 ? baseBoard(input) : input),
    { kind: 'lostLater', call: 3, path: '/domain/sysinfo/baseBoard/entry[name="manufacturer"]' },
  ],
  [
    'changes an attribute only the first time',
    (input, call) => (call === 1 ? input.replace('type="smbios"', 'type="fwcfg"') : input),
    { kind: 'lostLater', call: 3, path: '/domain/sysinfo' },
  ],
  [
    'changes a text only the first time',
    (input, call) => (call === 1 ? input.replace('>lab_vm<', '>other<') : input),
    { kind: 'lostLater', call: 3, path: '/domain/name' },
  ],
  [
    'looks for a device whose content KubeVirt loses',
    (input) =>
      input.includes('qemu-vdagent')
        ? input
        : input.replace(
            '</devices>',
            '<channel type="qemu-vdagent"><source><clipboard copypaste="yes"/></source><target type="virtio" name="v"/></channel></devices>',
          ),
    { kind: 'lostLater', call: 3, path: '/domain/devices/channel[target name="v"]' },
  ],
  [
    'fails in call 2',
    (input, call) => (call === 2 ? { ending: { kind: 'exited', code: 4 } } : input),
    { kind: 'fails', call: 2, ending: { kind: 'exited', code: 4 } },
  ],
  ['prints nothing', () => '', { kind: 'notXml', call: 1 }],
  ['prints only text', () => 'done\n', { kind: 'notXml', call: 1 }],
  [
    'prints text before the domain',
    (input) => `starting\n${input}`,
    { kind: 'notForLibvirt', call: 1, refusal: 'textAround' },
  ],
  [
    'writes an attribute twice',
    (input) => input.replace('<sysinfo type="smbios"', '<sysinfo type="smbios" type="smbios"'),
    { kind: 'notForLibvirt', call: 1, refusal: 'duplicateAttribute' },
  ],
  [
    'has a record with a part missing',
    (input, call) => (call === 2 ? { output: input, isComplete: false } : input),
    { kind: 'incomplete', call: 2 },
  ],
];

describe('the verdict on a script that', () => {
  it.each(expectedVerdicts)('%s', (_what, script, verdict) => {
    expect(verdictOf(triedCalls(script, GENERATED), VERSION)).toEqual(verdict);
  });

  it('adds in each call says nothing of it before the call that shows it', () => {
    expect(verdictOf(triedCalls(addsEntry, GENERATED).slice(0, 1), VERSION)).toEqual({
      kind: 'changes',
      call: 1,
    });
    expect(verdictOf(triedCalls(addsEntry, GENERATED).slice(0, 2), VERSION)).toEqual({
      kind: 'sameAfterSecondCall',
    });
  });
});

/** The inputs of a real start, in which libvirt has added to the devices. */
const realCalls = (script: (input: string) => string, second: string): ReturnType<typeof triedCalls> =>
  [call1, second].map((input, index) => hookCall({ call: index + 1, input, output: script(input) }));

describe.skipIf(!hasRecordedCalls)('the verdict on calls of a real start (skipped: not in this tree)', () => {
  it.each<[string, (input: string) => string, TryVerdict]>([
    [
      'adds a device in each call',
      addsSound,
      { kind: 'addsAgain', call: 2, path: '/domain/devices/sound[alias name="ua-sound"]' },
    ],
    ['adds a device if it is not there', guardedSound, { kind: 'sameAfterSecondCall' }],
  ])('of a script that %s', (_what, script, verdict) => {
    // libvirt gives the device an address.
    const readBack = SOUND.replace('</sound>', '<address type="pci" bus="0x09"></address></sound>');
    expect(
      verdictOf(realCalls(script, call2.replace('</devices>', `${readBack}</devices>`)), VERSION),
    ).toEqual(verdict);
  });

  it.each<[string, (input: string) => string, TryVerdict]>([
    ['replaces a section', baseBoard, { kind: 'sameAfterSecondCall' }],
    ['does nothing', (input) => input, { kind: 'changesNothing' }],
    [
      'changes what only libvirt adds',
      (input) => input.replace('<emulator>', '<emulator>/usr/bin/strace '),
      { kind: 'changes', call: 2 },
    ],
    [
      'changes a placeholder',
      (input) => input.replace('dev="placeholder-0"', 'dev="other"').replace('ich9', ''),
      { kind: 'sameAfterSecondCall' },
    ],
  ])('of a script that %s', (_what, script, verdict) => {
    expect(verdictOf(realCalls(script, call2), VERSION)).toEqual(verdict);
  });
});

it.each<[string, TryVerdict['kind']]>([
  ['v1.6.0', 'changes'],
  ['v1.7.0', 'notXml'],
])('on KubeVirt %s the verdict on a number that only 1.7 and newer read is %s', (kubevirtVersion, kind) => {
  const blockio = '<alias name="ua-root"></alias><blockio discard_granularity="4k"></blockio>';
  const output = GENERATED.replace('<alias name="ua-root"></alias>', blockio);
  expect(verdictOf([hookCall({ input: GENERATED, output })], kubevirtVersion).kind).toBe(kind);
});

it('a try without calls has none', () => {
  expect(verdictOf([], VERSION)).toEqual({ kind: 'noCalls' });
});

describe('the verdict on cloud-init data', () => {
  const data = { NoCloudMetaData: { 'instance-id': 'x' }, UserData: 'a\nb', VolumeName: 'c' };
  it.each<[string, string, TryVerdict]>([
    [
      'spelled differently',
      JSON.stringify({ VolumeName: 'c', UserData: 'a\nb', NoCloudMetaData: { 'instance-id': 'x' } }, null, 2),
      { kind: 'changesNothing' },
    ],
    ['changed', JSON.stringify({ ...data, UserData: 'a\nb\nc' }), { kind: 'changes', call: 1 }],
    ['without metadata', JSON.stringify({ UserData: 'a' }), { kind: 'notCloudInit', call: 1 }],
  ])('%s', (_what, output, verdict) => {
    const call = hookCall({ hookPoint: 'preCloudInitIso', input: JSON.stringify(data), output });
    expect(verdictOf([call], VERSION)).toEqual(verdict);
  });
});
