import { describe, expect, it } from 'vitest';
import type { ExecResult } from '../../k8s/exec/execInPod';
import type { Pod } from '../../sidecars/objects/resources';
import { logMayHelp, problemInPhase, problemOfRefusal, problemOfResult, type XmlProblem } from './xmlProblem';

const POD = 'virt-launcher-web-abcde';

const pod = (status: Pod['status']): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: POD, namespace: 'shop', uid: 'u1' },
  spec: { containers: [] },
  ...(status === undefined ? {} : { status }),
});

const running = pod({ phase: 'Running' });

describe('problemOfResult', () => {
  const output = { stdout: '<domain/>', stderr: ' error: no domain\n', cut: false, durationMs: 5 };
  it.each<[string, Exclude<ExecResult, { kind: 'refused' }>, object | undefined]>([
    ['success', { kind: 'finished', status: { kind: 'succeeded' }, ...output }, undefined],
    [
      'an exit code',
      { kind: 'finished', status: { kind: 'exited', exitCode: 1, message: 'command terminated' }, ...output },
      { kind: 'commandFailed', pod: POD, exitCode: 1, said: 'error: no domain' },
    ],
    [
      'an exit code without a word',
      {
        kind: 'finished',
        status: { kind: 'exited', exitCode: 137, message: 'command terminated' },
        ...output,
        stderr: '',
      },
      { kind: 'commandFailed', pod: POD, exitCode: 137, said: 'command terminated' },
    ],
    [
      'a command that did not start',
      {
        kind: 'finished',
        status: { kind: 'notStarted', message: 'exec: "virsh" not found' },
        ...output,
        stderr: '',
      },
      { kind: 'notStarted', pod: POD, said: 'exec: "virsh" not found' },
    ],
    [
      'a lost connection',
      { kind: 'lost', ...output },
      { kind: 'lost', pod: POD, receivedCharacters: 9, said: 'error: no domain' },
    ],
  ])('reads %s', (_what, result, problem) => {
    expect(problemOfResult(result, POD)).toEqual(problem);
  });
});

describe('problemInPhase', () => {
  const failed = (said: string): XmlProblem => ({ kind: 'commandFailed', pod: POD, exitCode: 1, said });
  it.each<[XmlProblem, string, XmlProblem['kind']]>([
    [failed("error: failed to get domain 'shop_web'"), 'Scheduled', 'notDefinedYet'],
    [failed('error: failed to connect to the hypervisor'), 'Scheduling', 'notDefinedYet'],
    [failed("error: failed to get domain 'shop_web'"), 'Running', 'commandFailed'],
    [failed('error: internal error'), 'Scheduled', 'commandFailed'],
    [{ kind: 'notStarted', pod: POD, said: 'failed to get domain' }, 'Scheduled', 'notStarted'],
  ])('of %j in phase %s is %s', (problem, phase, kind) => {
    expect(problemInPhase(problem, phase).kind).toBe(kind);
  });
});

describe('problemOfRefusal', () => {
  it.each([
    ['the pod runs', { pod: running }, { kind: 'unreachable', pod: POD, said: '' }],
    [
      'the pod has ended',
      { pod: pod({ phase: 'Succeeded' }) },
      { kind: 'podNotRunning', pod: POD, phase: 'Succeeded', said: '' },
    ],
    [
      'the pod has no status',
      { pod: pod(undefined) },
      { kind: 'podNotRunning', pod: POD, phase: 'Pending', said: '' },
    ],
    [
      'the pod is gone',
      { code: 404, message: 'pods "x" not found' },
      { kind: 'podGone', pod: POD, said: 'pods "x" not found' },
    ],
    [
      'reading is forbidden',
      { code: 403, message: 'forbidden' },
      { kind: 'mayNotReadPod', pod: POD, said: 'forbidden' },
    ],
    [
      'the login ended',
      { code: 401, message: 'Unauthorized' },
      { kind: 'mayNotReadPod', pod: POD, said: 'Unauthorized' },
    ],
    [
      'the console has no answer',
      { code: 502, message: 'Bad Gateway' },
      { kind: 'unreachable', pod: POD, said: 'Bad Gateway' },
    ],
    [
      'nothing answers',
      { code: undefined, message: 'Failed to fetch' },
      { kind: 'unreachable', pod: POD, said: 'Failed to fetch' },
    ],
  ])('when %s', (_what, found, problem) => {
    expect(problemOfRefusal(found, POD)).toEqual(problem);
  });
});

describe('logMayHelp', () => {
  it('if the pod exists but the command did not return the XML', () => {
    expect(logMayHelp({ kind: 'mayNotExec', pod: POD })).toBe(true);
    expect(logMayHelp({ kind: 'podGone', pod: POD, said: '' })).toBe(false);
    expect(logMayHelp({ kind: 'logUnreadable', pod: POD, said: '' })).toBe(false);
  });
});
