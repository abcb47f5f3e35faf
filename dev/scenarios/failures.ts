import type { StoredObject } from '../cluster/contract';
import { platformObjects } from '../cluster/kubevirt/platform';
import {
  hookScript,
  namespace,
  onDefineDomain,
  preCloudInitIso,
  virtualMachine,
  type MachineOptions,
  type SidecarEntry,
} from './objects';
import type { Scenario } from './scenario';
import { CHATTY_SCRIPT, FAILING_SCRIPT, GUIDE_SCRIPT } from './scripts';

const CURRENT = 'v1.9.0';
const PLACE = 'failures';

/** Scripts that fail in different ways, by the name of their VM. */
const SCRIPTS: Record<string, string> = {
  'exit-code': FAILING_SCRIPT,
  'no-output': '#!/bin/sh\n:\n',
  'text-output': CHATTY_SCRIPT,
  'unclosed-xml': '#!/bin/sh\nprintf \'<domain type="kvm">\\n  <name>\'\n',
  'wrong-root': '#!/bin/sh\necho "<machine></machine>"\n',
  'text-after-xml': '#!/bin/sh\nprintf \'%s\\n\' "$4"\necho "all done"\n',
  'no-name': '#!/bin/sh\nprintf \'%s\' "$4" | sed "/<name>/d"\n',
  'no-shebang': 'printf \'%s\' "$4"\n',
  'crlf-line-ends': '#!/bin/sh\r\nprintf \'%s\' "$4"\r\n',
  'no-interpreter': '#!/usr/bin/env no-such-interpreter\n',
  'too-slow': '#!/bin/sh\nsleep 3600\n',
  'second-call': `#!/bin/sh\n[ ! -e "$HOME/called" ] || { echo "no second time" >&2; exit 5; }\n: > "$HOME/called"\nprintf '%s' "$4"\n`,
  'no-alias': `#!/bin/sh\nprintf '%s' "$4" | sed 's|<devices>|<devices><interface type="server"><source address="127.0.0.1" port="5555"/></interface>|'\n`,
};

const script = (name: string): StoredObject => hookScript(PLACE, name, GUIDE_SCRIPT);

const machine = (name: string, sidecars: SidecarEntry[] | string, more: MachineOptions = {}): StoredObject =>
  virtualMachine(PLACE, name, { sidecars, ...more });

const good = onDefineDomain('xmleditscript');
const withConfigMap = (change: Partial<NonNullable<SidecarEntry['configMap']>>): SidecarEntry => ({
  ...good,
  configMap: { name: 'xmleditscript', key: 'script.sh', hookPath: '/usr/bin/onDefineDomain', ...change },
});
const LONG_NAME = `xmleditscript-${'x'.repeat(60)}`;

export const failures: Scenario = {
  name: 'failures',
  description: 'One VM for every way in which a sidecar can fail',
  kubeVirtVersion: CURRENT,
  hco: true,
  objects: (kubeVirtVersion) => [
    ...platformObjects({ kubeVirtVersion, hco: true, sidecarGate: true }),
    namespace(PLACE),
    ...['xmleditscript', 'xml.edit.script', LONG_NAME].map(script),
    ...Object.entries(SCRIPTS).flatMap(([name, text]) => [
      hookScript(PLACE, name, text),
      machine(name, [onDefineDomain(name)]),
    ]),
    hookScript(PLACE, 'cloud-init-empty', '#!/bin/sh\n:\n'),
    machine('cloud-init-no-output', [preCloudInitIso('cloud-init-empty')]),
    machine('cloud-init-no-volume', [preCloudInitIso('cloud-init-empty')], { cloudInit: false }),
    machine('not-json', '["image": "quay.io/kubevirt/sidecar-shim:v1.9.0"]'),
    machine('empty-annotation', ''),
    machine('object-not-list', '{"args": ["--version", "v1alpha3"]}'),
    machine('missing-configmap', [onDefineDomain('nosuch')]),
    machine('missing-key', [withConfigMap({ key: 'other.sh' })]),
    machine('missing-claim', [
      { args: ['--version', 'v1alpha3'], pvc: { name: 'hook-tools', volumePath: '/tools' } },
    ]),
    machine('relative-path', [withConfigMap({ hookPath: 'onDefineDomain' })]),
    machine('empty-path', [withConfigMap({ hookPath: '' })]),
    machine(
      'unknown-field',
      '[{"args": ["--version", "v1alpha3"], "configmaps": {"name": "xmleditscript"}}]',
    ),
    machine('same-configmap-twice', [good, good]),
    machine('volume-name-clash', [good], {
      volumes: [{ name: 'xmleditscript', configMap: { name: 'xmleditscript' } }],
    }),
    machine('dotted-name', [onDefineDomain('xml.edit.script')]),
    machine('long-name', [onDefineDomain(LONG_NAME)]),
    machine('bad-pull-policy', [{ ...good, imagePullPolicy: 'Sometimes' }]),
    machine('no-version', [onDefineDomain('xmleditscript', { args: [] })]),
    machine('unknown-version', [onDefineDomain('xmleditscript', { args: ['--version', 'v2'] })]),
    machine('image-not-found', [{ ...good, image: 'registry.example/hooks/tuning:v1' }]),
  ],
};
