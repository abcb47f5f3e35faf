/**
 * The embedded cluster and console to measure, in their own process. Prints `{"url", "kubeconfig"}` to its parent when ready.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../cluster/index';
import { registerKubeVirt } from '../cluster/kubevirt';
import { personaUpstream } from '../console/server/personaUpstream';
import { startConsole } from '../console/server/consoleServer';
import { platformObjects } from '../cluster/kubevirt/platform';
import { scaleObjects } from '../scenarios';
import { namespace } from '../scenarios/objects';
import { hostFolder, localesFolder, PATTERNFLY_FOLDERS, pluginFolder } from '../base/builds';
import { retitledLibvirt } from './retitledLibvirt';
import { EMPTY_NAMESPACE } from './lists';
import { hostileObjects } from './hostileObjects';
import { xmlObjects } from './xmlObjects';

const { values } = parseArgs({
  options: {
    vms: { type: 'string', default: '0' },
    domains: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
  },
});

/** The gate is on; the only VMs are the requested ones. */
const cluster = await startCluster({
  port: 0,
  writeKubeconfig: join(mkdtempSync(join(tmpdir(), 'sidecar-bench-')), 'kubeconfig'),
  objects: [
    namespace(EMPTY_NAMESPACE),
    ...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: true, sidecarGate: true }),
    ...scaleObjects(Number(values.vms)),
    ...(values.domains ? xmlObjects() : []),
    ...(values.hostile ? hostileObjects() : []),
  ],
  behaviours: [
    (host, timing) => {
      registerKubeVirt(host, timing, { libvirt: retitledLibvirt });
    },
  ],
});
const { url: apiUrl, personas, kubeconfigPath = '' } = cluster;
const console_ = await startConsole({
  port: 0,
  upstream: personaUpstream({ apiUrl, personas }),
  pluginFolder,
  localesFolder,
  hostFolder,
  patternflyFolder: PATTERNFLY_FOLDERS['6.4'],
  flags: ['KUBEVIRT_VIRTUALIZATION_NAV'],
});

process.on('disconnect', () => process.exit());
process.send?.({ url: console_.url, kubeconfig: kubeconfigPath });
