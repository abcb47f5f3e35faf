import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { HookCall } from '../../sidecars/tries/hookCall';
import { runnerInput, type CallInput } from './callInPod';
import { RUNNER } from './runner';

/** Runs the runner as the container runtime does: in a process group of its own, with stdin open until it ends. */
const start = (input: Partial<CallInput> & Pick<CallInput, 'script'>): ChildProcessWithoutNullStreams => {
  const child = spawn('python3', ['-IS', '-c', RUNNER], { detached: true });
  child.stdin.on('error', () => undefined);
  child.stdin.write(
    runnerInput({ hookPoint: 'onDefineDomain', vmi: '{"a":1}', input: '<domain/>', ...input }),
  );
  return child;
};

const run = async (input: Parameters<typeof start>[0]): Promise<HookCall> => {
  const child = start(input);
  const [said, failure] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(failure).toBe('');
  return JSON.parse(said) as HookCall;
};

describe('the runner', () => {
  it('calls the script with the arguments, the folder and the environment of KubeVirt', async () => {
    const script =
      '#!/bin/sh\nprintf "%s|" "${0##*/}" "$#" "$@" "$PWD" "$CONTAINER_NAME"; cat; stat -c %a "$0"';
    const containerName = 'hook-sidecar-3';
    expect(await run({ script, containerName })).toMatchObject({
      output: 'onDefineDomain|4|--vmi|{"a":1}|--domain|<domain/>|/|hook-sidecar-3|755\n',
      ending: { kind: 'exited', code: 0 },
      isComplete: true,
    });
    const call = await run({ script, hookPoint: 'preCloudInitIso', input: '{}' });
    expect(call.output).toContain('preCloudInitIso|4|--vmi|{"a":1}|--cloud-init|{}|/|hook-sidecar-0|');
  });

  it('passes on any characters, and both outputs', async () => {
    const input = '<a>\t"Räd" €dward \u2028🚀\\\n</a>';
    const call = await run({
      script: '#!/bin/sh\nprintf %s "$4"; printf "\\377 %s" "$4" >&2; exit 3',
      input,
    });
    expect(call.output).toBe(input);
    expect(call.stderr).toBe(`\uFFFD ${input}`);
    expect(call.ending).toEqual({ kind: 'exited', code: 3 });
  });

  it.each([
    ['no shebang', 'echo "$4"\n', 'exec format error'],
    ['carriage returns', '#!/bin/sh\r\necho\r\n', 'no such file or directory'],
    ['a missing interpreter', '#!/bin/perl6\n', 'no such file or directory'],
  ])('says what the kernel says to %s', async (_what, script, message) => {
    expect((await run({ script })).ending).toEqual({ kind: 'notStarted', message });
  });

  it.runIf(process.platform === 'linux')('meets the limit of the kernel for one argument', async () => {
    const script = '#!/bin/sh\nprintf %s "${#4}"';
    expect((await run({ script, input: 'x'.repeat(131_071) })).output).toBe('131071');
    const { ending } = await run({ script, input: 'x'.repeat(131_072) });
    expect(ending).toEqual({ kind: 'notStarted', message: 'argument list too long' });
  });

  it('names the signal that ended the script', async () => {
    const { ending } = await run({ script: '#!/bin/sh\nkill -SEGV $$' });
    expect(ending).toEqual({ kind: 'signalled', signal: 'SIGSEGV' });
  });

  it('ends the script at the time limit, and what it started', async () => {
    const child = start({ script: '#!/bin/sh\necho begun; sleep 300 & sleep 300', timeLimitSeconds: 1 });
    const closed = once(child, 'close');
    // `close` comes only when nobody holds the outputs any more.
    const call = JSON.parse(await text(child.stdout)) as HookCall;
    await closed;
    expect(call).toMatchObject({ output: 'begun\n', ending: { kind: 'timedOut' } });
  });

  it('waits as KubeVirt does for a process that holds the output', async () => {
    const script = '#!/bin/sh\n(sleep 0.2; echo late) &\necho early';
    expect((await run({ script })).output).toBe('early\nlate\n');
    const { ending } = await run({ script: '#!/bin/sh\nsleep 300 &', timeLimitSeconds: 1 });
    expect(ending).toEqual({ kind: 'timedOut' });
  });

  it('keeps the first MiB of endless output', async () => {
    const call = await run({ script: '#!/bin/sh\nyes', timeLimitSeconds: 1 });
    expect(call.output).toHaveLength(1 << 20);
    expect(call).toMatchObject({ isComplete: false, ending: { kind: 'timedOut' } });
  });

  it.each(['exit\r', undefined])('ends the script when the client is gone (stdin: %j)', async (last) => {
    const child = start({ script: '#!/bin/sh\nsleep 300' });
    const closed = once(child, 'close');
    child.stdin.end(last);
    expect(await closed).toEqual([null, 'SIGKILL']);
  });

  it('does not run a script of which a part is missing', async () => {
    const child = spawn('python3', ['-IS', '-c', RUNNER], { detached: true });
    const input = {
      script: '#!/bin/sh\necho run',
      hookPoint: 'onDefineDomain',
      vmi: '{}',
      input: '<a/>',
    } as const;
    child.stdin.end(runnerInput(input).slice(0, -1));
    const [said, failure] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect([said, failure.trim()]).toEqual(['', 'The input is incomplete.']);
  });
});
