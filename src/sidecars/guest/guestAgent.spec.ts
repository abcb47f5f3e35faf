import { describe, expect, it } from 'vitest';
import {
  agentProblem,
  agentWords,
  dmiValues,
  execStatusCommand,
  guestProcess,
  readDmiCommand,
  startedPid,
} from './guestAgent';

it('asks by words, of which the last is JSON', () => {
  expect(agentWords({ namespace: 'lab', vmName: 'vm' }, execStatusCommand(7))).toEqual([
    'virsh',
    'qemu-agent-command',
    '--timeout',
    '10',
    'lab_vm',
    '{"execute":"guest-exec-status","arguments":{"pid":7}}',
  ]);
  expect(readDmiCommand.arguments.arg).toContain('/sys/class/dmi/id/board_vendor');
});

// Said by libvirt 9.0 and the guest agent 7.2, and by newer ones.
it.each([
  ['error: Guest agent is not responding: QEMU guest agent is not connected', 'absent'],
  ['error: argument unsupported: QEMU guest agent is not configured', 'notConfigured'],
  [
    "error: internal error: unable to execute QEMU agent command 'guest-exec': Command guest-exec has been disabled",
    'blocked',
  ],
  [
    "error: internal error: unable to execute QEMU agent command 'guest-exec': Command guest-exec has been disabled: the command is not allowed",
    'blocked',
  ],
  [
    "error: internal error: unable to execute QEMU agent command 'guest-exec': The command guest-exec has not been found",
    'blocked',
  ],
  ["error: Guest agent is not responding: guest agent didn't respond to command within '10' seconds", 'slow'],
  ['error: Guest agent is not responding: Guest agent not available for now', 'slow'],
  [
    "error: internal error: unable to execute QEMU agent command 'guest-exec': Guest agent command failed, error was 'Failed to execute child process “grep” (No such file or directory)'",
    'noProgram',
  ],
  ["error: failed to get domain 'lab_vm'", 'failed'],
])('%s: %s', (said, kind) => {
  expect(agentProblem(said)).toBe(kind);
});

describe('answers', () => {
  it.each([
    ['{"return":{"pid":142}}\n\n', 142],
    ['{"return":{}}', undefined],
    ['{"return":[]}', undefined],
    ['[]', undefined],
    ['no JSON', undefined],
  ])('%j started %s', (answer, pid) => {
    expect(startedPid(answer)).toBe(pid);
  });

  it.each([
    ['{"return":{"exited":false}}', { kind: 'running' }],
    [
      `{"return":{"exited":true,"exitcode":0,"out-data":"${btoa('a')}"}}`,
      { kind: 'exited', exitCode: 0, output: 'a' },
    ],
    ['{"return":{"exited":true,"signal":9}}', { kind: 'exited', exitCode: -1, output: '' }],
    ['{"return":{}}', undefined],
    ['', undefined],
  ])('%j is %j', (answer, process) => {
    expect(guestProcess(answer)).toEqual(process);
  });

  it('hold text in UTF-8', () => {
    const bytes = String.fromCharCode(...new TextEncoder().encode('Ünïcode ™'));
    expect(guestProcess(`{"return":{"exited":true,"out-data":"${btoa(bytes)}"}}`)).toMatchObject({
      output: 'Ünïcode ™',
    });
  });

  it('distinguishes the files', () => {
    expect([
      ...dmiValues(
        '/sys/class/dmi/id/board_vendor:Radical Edward\n/sys/class/dmi/id/sys_vendor:a:b \ngrep: /x: no\n',
      ),
    ]).toEqual([
      ['board_vendor', 'Radical Edward'],
      ['sys_vendor', 'a:b'],
    ]);
  });
});
