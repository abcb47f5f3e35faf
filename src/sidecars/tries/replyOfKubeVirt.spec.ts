import { describe, expect, it } from 'vitest';
import type { CallEnding, HookCall } from './hookCall';
import { replyOfKubeVirt } from './replyOfKubeVirt';

const VERSION = 'v1.8.4';

const call = (output: string, changed: Partial<HookCall> = {}): HookCall => ({
  hookPoint: 'onDefineDomain',
  call: 1,
  input: '<domain></domain>',
  output,
  stderr: '',
  ending: { kind: 'exited', code: 0 },
  durationMs: 5,
  isComplete: true,
  ...changed,
});

describe('what KubeVirt says to a result of onDefineDomain', () => {
  it.each([
    ['', 'EOF'],
    ['hello\n', 'EOF'],
    ['<domain>\n<a>', 'XML syntax error on line 2: unexpected EOF'],
    ['<foo></foo>', 'expected element type <domain> but have <foo>'],
    ['<foo>', 'expected element type <domain> but have <foo>'],
    ['<domain><a></b></domain>', 'XML syntax error on line 1: element <a> closed by </b>'],
    ['<domain>&nbsp;</domain>', 'XML syntax error on line 1: invalid character entity &nbsp;'],
    ['<domain a=1></domain>', 'XML syntax error on line 1: unquoted or missing attribute value in element'],
    ['<domain>\u0007</domain>', 'XML syntax error on line 1: illegal character code U+0007'],
    ['<domain><memory>4Gi</memory></domain>', 'strconv.ParseUint: parsing "4Gi": invalid syntax'],
    [
      '<domain><vcpu>99999999999</vcpu></domain>',
      'strconv.ParseUint: parsing "99999999999": value out of range',
    ],
    // It reads no further than the first element.
    ['starting\n<domain></domain>\ndone', undefined],
    ['<?xml version="1.0"?><!-- x --><domain/>', undefined],
  ])('to %j: %s', (output, reply) => {
    expect(replyOfKubeVirt(call(output), VERSION)).toBe(reply);
  });

  it.each<[CallEnding, string | undefined]>([
    [{ kind: 'exited', code: 3 }, 'rpc error: code = Unknown desc = exit status 3'],
    [{ kind: 'signalled', signal: 'SIGKILL' }, 'rpc error: code = Unknown desc = signal: killed'],
    [
      { kind: 'notStarted', message: 'exec format error' },
      'rpc error: code = Unknown desc = fork/exec /usr/bin/onDefineDomain: exec format error',
    ],
    [{ kind: 'timedOut' }, 'rpc error: code = DeadlineExceeded desc = context deadline exceeded'],
    [{ kind: 'unknown' }, undefined],
  ])('to the ending %j: %s', (ending, reply) => {
    expect(replyOfKubeVirt(call('<domain></domain>', { ending }), VERSION)).toBe(reply);
  });

  it('is not known from a part of a record', () => {
    expect(replyOfKubeVirt(call('<dom', { isComplete: false }), VERSION)).toBeUndefined();
  });
});

describe('what KubeVirt says to a result of preCloudInitIso', () => {
  const good = { NoCloudMetaData: { 'instance-id': 'x' }, UserData: '#cloud-config' };
  it.each<[string, string | undefined]>([
    ['', 'unexpected end of JSON input'],
    ['{"UserData"', 'unexpected end of JSON input'],
    ['hello', "invalid character 'h' looking for beginning of value"],
    [`${JSON.stringify(good)} x`, "invalid character 'x' after top-level value"],
    ['[]', 'json: cannot unmarshal array into Go value of type cloudinit.CloudInitData'],
    [JSON.stringify({ ...good, UserData: '' }), 'unexpected end of JSON input'],
    [JSON.stringify({ UserData: 'x' }), 'unexpected end of JSON input'],
    ['null', 'unexpected end of JSON input'],
    [
      JSON.stringify({ ...good, UserData: 5 }),
      'json: cannot unmarshal number into Go struct field CloudInitData.UserData of type string',
    ],
    [JSON.stringify(good), undefined],
    [JSON.stringify({ configdrivemetadata: {}, userdata: 'x', other: 1 }), undefined],
  ])('to %j: %s', (output, reply) => {
    expect(replyOfKubeVirt(call(output, { hookPoint: 'preCloudInitIso', input: '{}' }), VERSION)).toBe(reply);
  });
});

it('is computed once for each call and version', () => {
  let reads = 0;
  const made: HookCall = {
    ...call(''),
    get output() {
      reads += 1;
      return '<domain/>';
    },
  };
  replyOfKubeVirt(made, 'v1.8.4');
  replyOfKubeVirt(made, 'v1.8.4');
  expect(reads).toBe(1);
  replyOfKubeVirt(made, 'v1.9.0');
  expect(reads).toBe(2);
});
