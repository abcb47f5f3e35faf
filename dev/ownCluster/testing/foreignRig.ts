import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { RunningCluster, StoredObject } from '../../cluster/contract';
import { startCluster } from '../../cluster/index';
import { registerKubeVirt } from '../../cluster/kubevirt';
import { platformObjects } from '../../cluster/kubevirt/platform';
import type { RunningConsole } from '../../console/server/consoleServer';
import { startConsole } from '../../console/server/consoleServer';
import { Credentials } from '../credentials';
import type { InspectedCluster } from '../inspectCluster';
import { inspectCluster } from '../inspectCluster';
import type { KubeconfigChoice } from '../loadKubeconfig';
import { ownUpstream } from '../ownUpstream';
import type { Certificates } from './certificates';
import { makeCertificates } from './certificates';
import type { ForeignCluster } from './foreignCluster';
import { startForeignCluster } from './foreignCluster';

interface OpenConsole {
  inspected: InspectedCluster;
  server: RunningConsole;
}

export interface ForeignRig {
  folder: string;
  certificates: Certificates;
  cluster: RunningCluster;
  foreign: ForeignCluster;
  /** Writes a kubeconfig for the foreign cluster with these fields of `cluster` and `user`; returns its path. */
  kubeconfig: (user: Record<string, unknown>, cluster?: Record<string, unknown>) => string;
  /** A console as `npm start -- --kubeconfig` makes it; closed together with the rig. */
  open: (path: string, choice?: Partial<KubeconfigChoice>) => Promise<OpenConsole>;
  close: () => Promise<void>;
}

const POD: StoredObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'launcher', namespace: 'default' },
  spec: { nodeName: 'node', containers: [{ name: 'compute', image: 'x' }] },
  status: {
    phase: 'Running',
    containerStatuses: [{ name: 'compute', ready: true, restartCount: 0, state: { running: {} } }],
  },
};

/** The embedded cluster served over HTTPS like a foreign one, and consoles in front of it. */
export const startForeignRig = async (): Promise<ForeignRig> => {
  const folder = mkdtempSync(join(tmpdir(), 'foreign-'));
  const certificates = makeCertificates(folder);
  const cluster = await startCluster({
    port: 0,
    objects: [...platformObjects({ kubeVirtVersion: 'v1.4.0', hco: true, sidecarGate: true }), POD],
    behaviours: [
      registerKubeVirt,
      (host) => {
        host.onExec(async ({ command, stdout }) => {
          await stdout(`ran ${command.join(' ')}\n`);
          return 0;
        });
      },
    ],
  });
  const foreign = await startForeignCluster({
    certificates,
    api: { url: cluster.url, token: cluster.personas[0]?.token ?? '' },
  });
  const consoles: RunningConsole[] = [];
  let written = 0;
  const assets = join(folder, 'assets');
  mkdirSync(assets);
  return {
    folder,
    certificates,
    cluster,
    foreign,
    kubeconfig: (user, extra) => {
      const path = join(folder, `kubeconfig-${written++}`);
      const server = extra ?? { 'certificate-authority': certificates.authority.certificate };
      const config = {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'foreign', cluster: { server: foreign.url, ...server } }],
        users: [{ name: 'jane', user }],
        contexts: [{ name: 'work', context: { cluster: 'foreign', user: 'jane' } }],
        'current-context': 'work',
      };
      writeFileSync(path, stringify(config), { mode: 0o600 });
      return path;
    },
    open: async (path, choice) => {
      const credentials = new Credentials({
        paths: [path],
        context: undefined,
        as: undefined,
        asGroups: [],
        ...choice,
      });
      const inspected = await inspectCluster(credentials);
      const server = await startConsole({
        port: 0,
        upstream: ownUpstream(credentials, inspected),
        pluginFolder: assets,
        localesFolder: assets,
        hostFolder: assets,
        patternflyFolder: assets,
        flags: [],
      });
      consoles.push(server);
      return { inspected, server };
    },
    close: async () => {
      for (const server of consoles) {
        await server.close();
      }
      await foreign.close();
      await cluster.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
