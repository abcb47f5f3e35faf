import { expect, it } from 'vitest';
import { preparesTooLate } from './preparesTooLate';
import type { ScriptSource } from './scriptCheck';

const source = (configMap: string, hookPoint: ScriptSource['hookPoint'], text: string): ScriptSource => ({
  configMap,
  key: 'run',
  text,
  hookPoint,
});

const found = (domain: string, iso: string): string[] =>
  preparesTooLate([source('domain', 'onDefineDomain', domain), source('iso', 'preCloudInitIso', iso)]).map(
    ({ params, place }) => `${String(params.path)} ${place.kind === 'script' ? place.line : ''}`,
  );

it.each<[string, string, string]>([
  ['a redirection', '#!/bin/sh\nvirsh version > /tmp/version\n', 'cat /tmp/version\n'],
  ['an append in quotes', '\nx=1\necho a >>"/var/tmp/list.txt"\n', '. /var/tmp/list.txt\n'],
  ['tee', 'echo a | tee -a /shared/id', 'read id < /shared/id'],
  ['touch', 'touch /run/ready\n', '[ -e /run/ready ] || exit 1'],
  ['cp', 'cp -f "$1" /data/key.json\n', 'python3 /use.py /data/key.json'],
  [
    'Python’s open',
    'import sys\nopen("/tmp/serial", "w").write("1")\n',
    'serial = open("/tmp/serial").read()',
  ],
  ['pathlib', 'from pathlib import Path\nPath("/tmp/a-b").write_text("1")\n', 'Path("/tmp/a-b").read_text()'],
])('tells of a file that is written too late by %s', (_how, domain, iso) => {
  expect(found(domain, iso)).toHaveLength(1);
});

it.each<[string, string, string]>([
  ['a log of each', 'echo domain >> /tmp/log', 'echo iso >> /tmp/log'],
  ['what only the domain script uses', 'echo 1 > /tmp/a; cat /tmp/a', 'cat /etc/hosts'],
  ['a longer name', 'echo 1 > /tmp/a', 'cat /tmp/a-b /tmp/ab'],
  ['a comment', '# echo 1 > /tmp/a\n', 'cat /tmp/a'],
  ['a comment in the other', 'echo 1 > /tmp/a', '# see /tmp/a\ncat'],
  ['what both read', 'cat /tmp/a', 'cat /tmp/a'],
  ['a text that is too long', `echo 1 > /tmp/a${'\n'.repeat(70_000)}`, 'cat /tmp/a'],
  ['a sink', 'echo > /dev/null', 'cat 2>/dev/null'],
])('is silent on %s', (_what, domain, iso) => {
  expect(found(domain, iso)).toEqual([]);
});

it('says where, and is silent if the other script is not for preCloudInitIso', () => {
  expect(found('#!/bin/sh\n\necho 1 > /tmp/a\n', 'cat /tmp/a')).toEqual(['/tmp/a 3']);
  const domain = source('one', 'onDefineDomain', 'echo 1 > /tmp/a');
  expect(preparesTooLate([domain, source('two', 'onDefineDomain', 'cat /tmp/a')])).toEqual([]);
  // The right order.
  expect(
    preparesTooLate([
      source('iso', 'preCloudInitIso', 'echo 1 > /tmp/a'),
      source('d', 'onDefineDomain', 'cat /tmp/a'),
    ]),
  ).toEqual([]);
});
