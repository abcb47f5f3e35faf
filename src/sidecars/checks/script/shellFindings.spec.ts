import { describe, expect, it } from 'vitest';
import type { Finding, ScriptFindingId } from '../check';
import { found, sh } from './scriptFixtures';

describe('findings in shell scripts', () => {
  it.each<[ScriptFindingId, string, Finding['params'], number, number]>([
    ['scriptSyntax', sh('if true; then\n  echo "$4"'), { message: "expected 'fi' to close 'if'" }, 4, 1],
    ['scriptSyntax', sh('echo "$4'), { message: 'unterminated double quote' }, 2, 6],
    ['scriptCrlf', '#!/bin/sh\r\necho "$4"\r\n', {}, 1, 10],
    ['scriptBom', '\uFEFF#!/bin/sh\necho\n', {}, 1, 1],
    ['shebangMissing', 'echo "$4"\n', {}, 1, 1],
    ['shebangMissing', '\n#!/bin/sh\necho "$4"\n', {}, 1, 1],
    ['interpreterMissing', '#!/usr/bin/env python\nprint(1)\n', { interpreter: 'python' }, 1, 16],
    ['interpreterMissing', '#!/usr/bin/perl -w\n', { interpreter: 'perl' }, 1, 12],
    ['interpreterMissing', '#!/usr/local/bin/bash\necho\n', { interpreter: '/usr/local/bin/bash' }, 1, 18],
    ['commandMissing', sh(`printf '%s' "$2" | jq .metadata`), { command: 'jq' }, 2, 20],
    ['commandMissing', sh('x=$(/usr/bin/virsh list); echo "$x"'), { command: 'virsh' }, 2, 5],
    ['commandMissing', sh('exec python x.py'), { command: 'python' }, 2, 1],
    ['unquotedArgument', sh('echo $4'), { argument: '$4' }, 2, 6],
    ['unquotedArgument', sh('xml="$4"\nprintf %s ${xml} | cat'), { argument: '${xml}' }, 3, 11],
    ['unquotedArgument', sh('main $@'), { argument: '$@' }, 2, 6],
    ['echoOfInput', sh('echo "$4"'), { argument: '$4' }, 2, 1],
    ['wrongArgument', sh(`printf '%s' "$3"`), { argument: '$3' }, 2, 14],
    ['wrongArgument', sh('xml=$2\necho "$xml"'), { argument: '$2' }, 2, 5],
    ['wrongArgument', sh('[ "$1" = onDefineDomain ] && cat'), { argument: '$1' }, 2, 4],
    ['wrongArgument', '#!/bin/bash\n[[ $2 == v1alpha2 ]]; cat\n', { argument: '$2' }, 2, 4],
    ['wrongArgument', sh('echo "$5"'), { argument: '$5' }, 2, 7],
    ['nothingPrinted', sh('sed -i s/a/b/ /tmp/x'), { message: 'EOF' }, 1, 1],
    ['nothingPrinted', sh('f() { printf %s "$4" > /tmp/x; }\nf'), {}, 1, 1],
    ['nothingPrinted', sh('x=$(printf %s "$4"); { echo done; } >&2'), {}, 1, 1],
    ['networkCall', sh('curl -s http://x | cat'), { command: 'curl' }, 2, 1],
    ['sleepCall', sh('sleep 5; echo'), { duration: '5' }, 2, 1],
    ['sleepCall', sh('sleep "$n"; echo'), { duration: '$n' }, 2, 1],
    [
      'appendUnguarded',
      sh(`printf %s "$4" | sed 's|</devices>|<sound></sound></devices>|'`),
      { what: 'sound', call: 2 },
      2,
      22,
    ],
    [
      'appendUnguarded',
      sh(`printf %s "$4" | sed -e 's|<os>|&<bootmenu></bootmenu>|'`),
      { what: 'bootmenu', call: 3 },
      2,
      25,
    ],
    [
      'appendUnguarded',
      sh(`printf %s "$4" | sed '/<devices>/a <sound></sound>'`),
      { what: 'sound', call: 2 },
      2,
      22,
    ],
    [
      'deviceAliasMissing',
      sh(`printf %s "$4" | sed 's|</devices>|<disk type="file"></disk></devices>|'`),
      { device: 'disk' },
      2,
      22,
    ],
    [
      'dumpxmlStyleMatch',
      sh(`printf %s "$4" | sed "s|<domain type='kvm'>|<domain>|"`),
      { text: "<domain type='kvm'>" },
      2,
      22,
    ],
    [
      'dumpxmlStyleMatch',
      sh(`printf %s "$4" | sed 's|<baseBoard/>|<b></b>|'`),
      { text: '<baseBoard/>' },
      2,
      22,
    ],
    ['dumpxmlStyleMatch', sh(`case "$4" in *"<x a='b'>"*) ;; esac; cat`), { text: "<x a='b'>" }, 2, 14],
    ['dumpxmlStyleMatch', sh(`printf %s "$4" | grep -o "<x a='b'>"`), { text: "<x a='b'>" }, 2, 26],
    ['secretPrinted', sh('echo "$4" >&2; cat'), { what: '$4' }, 2, 7],
    ['secretPrinted', sh('set -eux\ncat'), { what: 'set -x' }, 2, 1],
    ['secretPrinted', sh('vmi=$2\n{ printf "%s\\n" "$vmi"; } >&2; cat'), { what: '$vmi' }, 3, 18],
    [
      'identityChanged',
      sh(`printf %s "$4" | sed 's|<name>.*</name>|<name>x</name>|'`),
      { element: 'name' },
      2,
      22,
    ],
    [
      'identityChanged',
      sh(`printf %s "$4" | sed 's|<memory unit="b">[0-9]*</memory>|<memory>1</memory>|'`),
      { element: 'memory' },
      2,
      22,
    ],
    [
      'hookPointMismatch',
      sh('case "$1" in --cloud-init) echo "$2" ;; esac'),
      { flag: '--cloud-init', other: 'preCloudInitIso' },
      2,
      14,
    ],
  ])('finds %s in %j', (id, text, params, line, column) => {
    const [first] = found(id, text);
    expect(first).toMatchObject({
      id,
      params,
      place: { kind: 'script', configMap: 'c', key: 'k', line, column },
    });
  });

  it.each<[ScriptFindingId, string]>([
    ['scriptSyntax', sh('case x in a) ;; esac')],
    ['scriptSyntax', sh('echo "it\'s"')],
    ['scriptCrlf', sh('printf "a\\r\\n"')],
    ['scriptBom', sh('printf "\uFEFF"')],
    ['shebangMissing', '#! /bin/sh\n'],
    ['shebangMissing', '\u007fELF\u0000'],
    ['interpreterMissing', '#!/usr/bin/env -S bash -e\n'],
    ['interpreterMissing', '#!/bin/env python3\n'],
    ['interpreterMissing', '#!/usr/bin/gawk -f\n'],
    ['commandMissing', sh('command -v jq && jq .')],
    ['commandMissing', sh('jq() { :; }; jq')],
    ['commandMissing', sh('echo "install jq"')],
    ['unquotedArgument', sh('xml=$4')],
    ['unquotedArgument', sh('case $4 in esac')],
    ['unquotedArgument', sh('echo $#; echo $1; shift $2')],
    ['unquotedArgument', sh('f() { echo $4; }')],
    ['echoOfInput', sh('echo "read: $4"')],
    ['echoOfInput', sh('printf \'%s\' "$4"')],
    ['wrongArgument', sh('shift; printf %s "$3"')],
    ['wrongArgument', sh('f() { printf %s "$1"; }')],
    ['wrongArgument', sh('[ "$1" = --vmi ] || exit 1')],
    ['wrongArgument', sh('vmi=$2; xml=$4')],
    ['wrongArgument', sh('echo "$1" >&2')],
    ['nothingPrinted', sh('exec > /tmp/log; cat')],
    ['nothingPrinted', sh('. /scripts/main')],
    ['nothingPrinted', sh('if x; then :; fi; cat "$f" 2>/dev/null')],
    ['networkCall', sh('echo curl')],
    ['sleepCall', sh('sleep 0.1')],
    ['appendUnguarded', sh(`sed 's|<a></a>|<a><b></b></a>|'`)],
    ['appendUnguarded', sh(`grep -q x || sed 's|</a>|<b></b></a>|'`)],
    ['appendUnguarded', sh(`grep -q x && exit 0\nsed 's|</a>|<b></b></a>|'`)],
    ['appendUnguarded', sh(`sed '/ua-x/!s|</a>|<b></b></a>|'`)],
    ['appendUnguarded', sh(`sed 's/cache/cachemode/'`)],
    ['deviceAliasMissing', sh(`sed 's|</devices>|<disk><alias name="ua-x"></alias></disk></devices>|'`)],
    ['deviceAliasMissing', sh(`sed 's|<interface type="a">|<interface type="b">|'`)],
    ['deviceAliasMissing', sh(`sed 's|</os>|<disks></disks></os>|'`)],
    ['dumpxmlStyleMatch', sh(`sed "s|<domain type=['\\"]kvm['\\"]>|x|"`)],
    ['dumpxmlStyleMatch', sh(`sed -E 's#<a(/>|></a>)#x#'`)],
    ['dumpxmlStyleMatch', sh(`sed "s|<a></a>|<a b='c'></a>|;"\necho "<a b='c'>"`)],
    ['secretPrinted', sh('echo "$4"; echo "$#" >&2; echo "domain: ${#4}" >&2')],
    ['secretPrinted', sh('set -eu; set +x')],
    ['identityChanged', sh(`sed 's|<name>|<title>x</title><name>|'`)],
    ['identityChanged', sh(`sed -E 's|(<name>[^<]*</name>)|\\1<title>x</title>|'`)],
    ['identityChanged', sh(`sed 's|<names>a</names>|<names>b</names>|'`)],
    ['hookPointMismatch', sh('case "$1" in --cloud-init|--domain) echo "$2" ;; esac')],
    ['hookPointMismatch', sh('echo "no --cloud-init here"')],
  ])('does not find %s in %j', (id, text) => {
    expect(found(id, text)).toEqual([]);
  });

  it('asks nothing of scripts in images of their own', () => {
    const own = { inDefaultImage: false };
    expect(found('interpreterMissing', '#!/usr/bin/perl\n', own)).toEqual([]);
    expect(found('commandMissing', sh('jq .'), own)).toEqual([]);
  });

  it('knows what older KubeVirts do not set', () => {
    const text = sh('echo "$CONTAINER_NAME"');
    expect(found('environmentUnsupported', text, { kubevirtVersion: 'v1.5.2' })).toMatchObject([
      { params: { name: 'CONTAINER_NAME', version: 'v1.5.2', since: '1.6' }, place: { line: 2 } },
    ]);
    expect(found('environmentUnsupported', text)).toEqual([]);
    expect(found('environmentUnsupported', text, { kubevirtVersion: undefined })).toEqual([]);
    const own = sh('CONTAINER_NAME=x; echo "$CONTAINER_NAME"');
    expect(found('environmentUnsupported', own, { kubevirtVersion: 'v1.5.2' })).toEqual([]);
  });
});
