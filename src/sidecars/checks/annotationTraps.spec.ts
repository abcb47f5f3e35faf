import { expect, it } from 'vitest';
import type { CheckContext, Finding, FindingId } from './check';
import { findings, ids, script, vm } from './checkFixtures';

const withRawIo = vm();
withRawIo.spec.template = {
  metadata: { annotations: { 'kubevirt.io/rawioSupport': 'disk1' } },
  spec: { domain: { devices: {} } },
};

it.each<[FindingId, Finding['severity'], Record<string, unknown>[], Partial<CheckContext>, Partial<Finding>]>(
  [
    ['pvcFieldMissing', 'error', [script({ pvc: { name: 'p' } })], {}, { params: { field: 'volumePath' } }],
    ['pvcFieldMissing', 'error', [script({ pvc: { volumePath: '/p' } })], {}, { params: { field: 'name' } }],
    [
      'argumentUnknown',
      'error',
      [script({ args: ['--version', 'v1alpha3', '--hook-type', 'onDefineDomain'] })],
      {},
      { params: { argument: '--hook-type' } },
    ],
    [
      'argumentUnknown',
      'error',
      [script({ args: ['--version=v1alpha3', '-debug'] })],
      {},
      { params: { argument: '-debug' } },
    ],
    [
      'fieldTooNew',
      'advice',
      [script({}, { checksum: 'a' })],
      { kubevirtVersion: 'v1.9.0' },
      { params: { key: 'checksum', version: 'v1.9.0', last: '1.9' } },
    ],
    ['rawIoDropsScripts', 'warning', [script()], { vm: withRawIo }, { place: { kind: 'annotation' } }],
  ],
)('tells %s as %s of %j', (id, severity, annotation, context, finding) => {
  expect(findings(annotation, context)).toMatchObject([{ id, severity, ...finding }]);
});

it.each<[string, Record<string, unknown>[], Partial<CheckContext>]>([
  ['a whole claim', [script({ pvc: { name: 'p', volumePath: '/p' } })], {}],
  ['no claim', [script()], {}],
  ['arguments of an image of another origin', [{ image: 'mine', args: ['--hook-type', 'x'] }], {}],
  ['arguments of a command of its own', [script({ command: ['/run'], args: ['-x'] })], {}],
  ['an argument without a dash', [script({ args: ['--version', 'v1alpha3', 'debug'] })], {}],
  ['what follows --', [script({ args: ['--version', 'v1alpha3', '--', '--hook-type'] })], {}],
  ['a checksum that KubeVirt may know', [script({}, { checksum: 'a' })], { kubevirtVersion: 'v1.10.0' }],
  ['a checksum while the version is not known', [script({}, { checksum: 'a' })], {}],
  ['raw I/O with an image only', [{ image: 'mine' }], { vm: withRawIo }],
])('is silent about %s', (_what, annotation, context) => {
  expect(ids(findings(annotation, context))).toEqual([]);
});
