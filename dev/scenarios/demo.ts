import { platformObjects } from '../cluster/kubevirt/platform';
import { SIDECAR_ANNOTATION } from '../cluster/kubevirt/sidecar/hookSidecarList';
import {
  bareInstance,
  hookScript,
  namespace,
  onDefineDomain,
  preCloudInitIso,
  replicaSet,
  virtualMachine,
} from './objects';
import { demoOrigins } from './origins';
import type { Scenario } from './scenario';
import {
  CHATTY_SCRIPT,
  FAILING_SCRIPT,
  GUIDE_SCRIPT,
  memfdScript,
  NEVER_MATCHES_SCRIPT,
  serialScript,
  solidStateScript,
  USER_SCRIPT,
} from './scripts';
import { demoTemplates } from './templates';
import { editScriptOnceRunning, editTemplateOnceRunning } from './steps';

const CURRENT = 'v1.9.0';

const expected = (xpath: string, value: string): Record<string, string> => ({
  'sidecar-hooks.kubevirt.io/expected-results': JSON.stringify([{ kind: 'xpathEquals', xpath, value }]),
});

/** The annotation exactly as in the guide, spaces included. */
const GUIDE_ANNOTATION =
  '[{"args": ["--version", "v1alpha2"], "configMap": {"name": "xmleditscript", "key": "script.sh", "hookPath": "/usr/bin/onDefineDomain"}}]';

export const demo: Scenario = {
  name: 'demo',
  description:
    'About twenty VMs in three namespaces: every state of a sidecar, and every place a hook can come from',
  kubeVirtVersion: CURRENT,
  hco: true,
  objects: (kubeVirtVersion) => [
    ...platformObjects({ kubeVirtVersion, hco: true, sidecarGate: true, templateGate: true }),
    namespace('storefront'),
    hookScript(
      'storefront',
      'xmleditscript',
      GUIDE_SCRIPT,
      expected("//sysinfo/baseBoard/entry[@name='manufacturer']", 'Radical Edward'),
    ),
    hookScript('storefront', 'shared-memory', memfdScript),
    virtualMachine('storefront', 'example-vm', {
      sidecars: GUIDE_ANNOTATION,
      volumes: [{ name: 'config-volume', configMap: { name: 'xmleditscript' } }],
    }),
    virtualMachine('storefront', 'web-frontend', { days: 31 }),
    virtualMachine('storefront', 'web-canary', {
      sidecars: [onDefineDomain('shared-memory')],
      runStrategy: 'Halted',
      days: 2,
    }),
    virtualMachine('storefront', 'session-cache', {
      sidecars: [onDefineDomain('shared-memory')],
      memory: '4Gi',
    }),

    replicaSet(
      virtualMachine('storefront', 'checkout-workers', { sidecars: [onDefineDomain('shared-memory')] }),
      2,
    ),

    namespace('databases'),
    hookScript(
      'databases',
      'licence-serial',
      serialScript,
      expected("//sysinfo/baseBoard/entry[@name='serial']", 'ACME-0042'),
    ),
    hookScript(
      'databases',
      'disk-limits',
      solidStateScript,
      expected('//disk/iotune/total_iops_sec', '1000'),
    ),
    hookScript('databases', 'night-limits', solidStateScript),
    hookScript('databases', 'attach-data-disk', FAILING_SCRIPT),
    virtualMachine('databases', 'postgres', {
      sidecars: [onDefineDomain('licence-serial'), onDefineDomain('disk-limits')],
      memory: '8Gi',
      cores: 4,
      days: 64,
    }),
    virtualMachine('databases', 'mysql', {
      sidecars: [onDefineDomain('night-limits')],
      memory: '4Gi',
      cores: 2,
    }),
    virtualMachine('databases', 'reporting', { sidecars: [onDefineDomain('attach-data-disk')] }),
    virtualMachine('databases', 'archive', { sidecars: [onDefineDomain('archive-tuning')], days: 5 }),

    namespace('desktops'),
    hookScript('desktops', 'legacy-nic', NEVER_MATCHES_SCRIPT, expected('//interface/model/@type', 'e1000e')),
    hookScript('desktops', 'cad-profile', CHATTY_SCRIPT),
    hookScript('desktops', 'rotate-host-keys', USER_SCRIPT),
    virtualMachine('desktops', 'kiosk', { sidecars: [onDefineDomain('legacy-nic')] }),
    virtualMachine('desktops', 'cad-workstation', {
      sidecars: [onDefineDomain('cad-profile')],
      memory: '16Gi',
      cores: 8,
    }),
    virtualMachine('desktops', 'build-agent', { sidecars: [preCloudInitIso('rotate-host-keys')] }),
    virtualMachine('desktops', 'training-room', { sidecars: [onDefineDomain('legacy-nic', { args: [] })] }),
    virtualMachine('desktops', 'loaner', {
      sidecars: [onDefineDomain('legacy-nics')],
      runStrategy: 'Halted',
      days: 9,
    }),
    bareInstance(virtualMachine('desktops', 'clean-room', { sidecars: [onDefineDomain('cad-profile')] })),
    virtualMachine('desktops', 'test-lab', { sidecars: '["image": "quay.io/kubevirt/sidecar-shim:v1.9.0"]' }),
    ...demoOrigins(),
    ...demoTemplates(kubeVirtVersion),
  ],
  play: (host) => {
    editTemplateOnceRunning(host, 'storefront', 'session-cache', {
      [SIDECAR_ANNOTATION]: JSON.stringify([
        onDefineDomain('shared-memory'),
        onDefineDomain('xmleditscript'),
      ]),
    });
    editScriptOnceRunning(
      host,
      'databases',
      'mysql',
      'night-limits',
      solidStateScript.replace('<total_iops_sec>1000<', '<total_iops_sec>250<'),
    );
  },
};
