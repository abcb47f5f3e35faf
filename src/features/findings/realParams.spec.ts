/** Texts of checks with the parameters that the checks really give: no raw placeholder may be left. */
import { expect, it } from 'vitest';
import { RAW_IO_ANNOTATION, SIDECARS_ANNOTATION } from '../../sidecars/annotation/constants';
import { cloudInit, configMap, findings, script, vm } from '../../sidecars/checks/checkFixtures';
import { CHECK_IDS } from '../../sidecars/checks/runChecks';
import { checkScript, SCRIPT_CHECKS } from '../../sidecars/checks/script/runScriptChecks';
import { py, sh, source } from '../../sidecars/checks/script/scriptFixtures';
import type { VirtualMachineTemplate } from '../../sidecars/objects/templateResources';
import { vmsOfHolder } from '../../sidecars/objects/templateVm';
import { translateEnglish } from '../../testing/translateEnglish';
import { findingText } from './findingText';

const rawIo = vm();
rawIo.spec.template = {
  metadata: { annotations: { [RAW_IO_ANNOTATION]: 'disk1' } },
  spec: { domain: { devices: {} } },
};
const pvc = { name: 's', volumePath: '/p' };

const [templateVm = vm()] = vmsOfHolder({
  apiVersion: 'template.kubevirt.io/v1beta1',
  kind: 'VirtualMachineTemplate',
  metadata: { name: 'template' },
  spec: { virtualMachine: {}, parameters: [{ name: 'QUOTE', value: '"' }] },
} as VirtualMachineTemplate);

const FOUND = [
  ...findings([script()], { gate: { enabled: false } }),
  ...findings([script({ image: '${NONE}' }), script({ image: '${QUOTE}' })], { vm: templateVm }),
  ...findings(''),
  ...findings('['),
  ...findings('{}'),
  ...findings('[{"args":"x"}]'),
  ...findings('[]', { vm: vm([], { [SIDECARS_ANNOTATION]: '[]' }) }),
  ...findings([script()], { vm: vm([{ name: 'v', cloudInitNoCloud: { userData: 'x'.repeat(140_000) } }]) }),
  ...findings([script()], { kubevirtVersion: 'v1.1.0' }),
  ...findings([script()], { kubevirtVersion: 'v1.2.0' }),
  ...findings([script({ args: ['--version', 'v1alpha3'] })], { kubevirtVersion: 'v1.0.0' }),
  ...findings([script({}, { name: 'a.b' })]),
  ...findings([script(), script()]),
  ...findings([script()], { vm: vm([{ name: 's' }]) }),
  ...findings([script({ pvc })]),
  ...findings([script({ pvc: { name: 'p' } })]),
  ...findings([script({ args: ['--version', 'v1alpha3', '--hook-type'] })]),
  ...findings([script({}, { checksum: 'a' })], { kubevirtVersion: 'v1.9.0' }),
  ...findings([script()], { vm: rawIo }),
  ...findings([script({ pvc: { ...pvc, name: 'p' } })], { pvcs: new Set() }),
  ...findings([script()], { configMaps: new Map() }),
  ...findings([script({}, { key: 'x' })], { configMaps: new Map([configMap('s', { y: '' })]) }),
  ...findings([script({}, { hookPath: '' })]),
  ...findings([script({}, { hookPath: '/usr/bin/onDefineDomian' })]),
  ...findings([script({}, { hookPath: '/opt/x' })]),
  ...findings([script({}, cloudInit), script({}, { ...cloudInit, name: 't' })]),
  ...findings([script({ args: [] })]),
  ...findings([script({ args: ['--version', 'v9'] })]),
  ...findings([script({ args: ['--version', 'v1alpha1'] })]),
  ...findings([script({ imagePullPolicy: 'always' })]),
  ...findings([script({ imagePullPolicy: 'x' })]),
  ...findings([{}]),
  ...findings(Array.from({ length: 101 }, () => ({}))),
  ...findings([script({ configmaps: 1 })]),
  ...findings([script(), script({}, { name: 't' })]),
  ...findings([script({ image: 'quay.io/kubevirt/sidecar-shim:v1.3.0' })], { kubevirtVersion: 'v1.3.0' }),
  ...[
    'echo "$4"',
    sh('if'),
    `\uFEFF${sh('cat')}`,
    sh('cat').replaceAll('\n', '\r\n'),
    '#!/usr/bin/perl\n',
    sh('jq .'),
    py('import lxml\nprint(1)'),
    sh('echo $4 | sed s/a/b/'),
    sh('echo "$4"'),
    sh('printf "%s" "$1"'),
    sh(':'),
    sh('curl http://x'),
    sh('sleep 5'),
    sh('printf "%s" "$4" | sed "s|</devices>|<disk/></devices>|"'),
    sh(`printf '%s' "$4" | sed "s|<domain type='kvm'|<domain type='qemu'|"`),
    sh('set -x\nprintf "%s" "$4"'),
    sh('printf "%s" "$4" | sed "s|<name>a</name>|<name>b</name>|"'),
    sh('printf "%s" "$4" | sed "s|<uuid>.*</uuid>|<uuid>b</uuid>|"'),
    sh('while [ $# -gt 0 ]; do case $1 in --cloud-init) x=$2;; esac; shift; done; echo "$x"'),
    sh('printf "%s" "$CONTAINER_NAME"'),
    sh('x'.repeat(70_000)),
    '#!/usr/bin/env bash -e\ncat\n',
    sh(
      `printf '%s' "$4" | grep -q '<sound' && exit 1\nprintf '%s' "$4" | sed 's|</devices>|<sound></sound></devices>|'`,
    ),
    sh('[ -n "$4" ] || exit 0\nprintf "%s" "$4"'),
    sh('echo running\nprintf "%s" "$4"'),
    sh('printf "%s" "$4" | sed "s|<domain |<domain xmlns:qemu=x |"'),
    sh('printf "%s" "$4" | sed "s|</interface>|<bandwidth></bandwidth></interface>|"'),
    sh('a() '.repeat(15_000)),
  ].flatMap((text) => checkScript(source(text, { kubevirtVersion: 'v1.4.0' }))),
  ...[sh("echo '#cloud-config'"), sh(`printf '{"UserData":""}'`)].flatMap((text) =>
    checkScript(source(text, { hookPoint: 'preCloudInitIso' })),
  ),
];

it('meets every check', () => {
  const all = [...CHECK_IDS, ...SCRIPT_CHECKS.map(({ id }) => id)];
  expect(all.filter((id) => !FOUND.some((finding) => finding.id === id))).toEqual([]);
});

it.each(FOUND)('$id: $params', (finding) => {
  expect(Object.values(findingText(translateEnglish, finding)).join('\n')).not.toMatch(/\{\{|undefined|NaN/);
});
