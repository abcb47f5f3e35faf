/**
 * The embedded cluster and console that are measured, in a process of their own. Prints `{"url", "kubeconfig"}` to its
 * parent when ready and answers its messages.
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
import { hostFolder, localesFolder, patternflyFolder, pluginFolder } from '../base/builds';
import { changeVms } from './changeVms';
import { retitledLibvirt } from './retitledLibvirt';
import { runningObjects } from './runningObjects';
import type { ServerAnswer, ServerQuestion } from './serverMessages';
import { EMPTY_NAMESPACE } from './serverMessages';
import { xmlObjects } from './xmlObjects';

const { values } = parseArgs({
  options: {
    vms: { type: 'string', default: '0' },
    running: { type: 'boolean', default: false },
    domains: { type: 'boolean', default: false },
  },
});

/** The gate is on, and there is no VM but those that are asked for. */
const cluster = await startCluster({
  port: 0,
  writeKubeconfig: join(mkdtempSync(join(tmpdir(), 'sidecar-bench-')), 'kubeconfig'),
  objects: [
    namespace(EMPTY_NAMESPACE),
    ...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: true, sidecarGate: true }),
    ...(values.running ? await runningObjects(Number(values.vms)) : scaleObjects(Number(values.vms))),
    ...(values.domains ? xmlObjects() : []),
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
  patternflyFolder,
  flags: ['KUBEVIRT_VIRTUALIZATION_NAV'],
});

const say = (answer: ServerAnswer): void => {
  process.send?.(answer);
};

const answer = async (question: ServerQuestion): Promise<void> => {
  switch (question.ask) {
    case 'change':
      say({ changes: await changeVms(cluster.host.store, question) });
      break;
    case 'statuses':
      say({
        statuses: Object.fromEntries(
          cluster.host.store
            .list('virtualmachines')
            .map(({ metadata, status }): [string, string] => [
              `${metadata.namespace ?? ''}/${metadata.name}`,
              (status as { printableStatus?: string } | undefined)?.printableStatus ?? '',
            ]),
        ),
      });
      break;
    case 'memory':
      say({ residentBytes: process.memoryUsage().rss });
      break;
  }
};

process.on('message', (question: ServerQuestion) => {
  void answer(question);
});
process.on('disconnect', () => process.exit());
say({ url: console_.url, kubeconfig: kubeconfigPath });
