import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { CHART } from './renderChart';

/** A user other than root, as in the pod. */
const NOBODY = 65_534;

export interface RunningNginx {
  port: number;
  /** Replaces the pod's /tmp. */
  scratch: string;
  certificates: string;
  root: string;
  stop: () => Promise<void>;
}

export interface Tools {
  nginx: string;
  openssl: string;
}

export const writeCertificate = (openssl: string, folder: string, name: string): void => {
  const { status, stderr } = spawnSync(
    openssl,
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '1',
      ],
      ...['-subj', `/CN=${name}`, '-keyout', join(folder, 'tls.key'), '-out', join(folder, 'tls.crt')],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Error(stderr);
  }
  chmodSync(join(folder, 'tls.key'), 0o644);
};

const freePort = async (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });

const accepts = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
    socket.once('secureConnect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });

interface Places {
  port: number;
  scratch: string;
  certificates: string;
  root: string;
}

/** The chart's configuration with only its paths and port replaced. */
const movedConfiguration = ({ port, scratch, certificates, root }: Places): string =>
  readFileSync(join(CHART, 'files/nginx.conf'), 'utf8')
    .replaceAll(' /tmp/', ` ${scratch}/`)
    .replaceAll(' /var/cert/', ` ${certificates}/`)
    .replace('root /opt/app-root/src;', `root ${root};`)
    .replace('listen 9443 ', `listen 127.0.0.1:${port} `)
    .replace(/^ *listen \[::\]:9443 .*\n/m, '')
    .replace('access_log /dev/stdout;', 'access_log off;');

/** Starts a real nginx with the chart's configuration, as an unprivileged user. */
export const startNginx = async (
  { nginx, openssl }: Tools,
  files: Readonly<Record<string, string>>,
): Promise<RunningNginx> => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  chmodSync(folder, 0o755);
  const at = (name: string): string => join(folder, name);
  const places = { port: await freePort(), scratch: at('tmp'), certificates: at('cert'), root: at('root') };
  for (const place of [places.scratch, places.certificates, places.root]) {
    mkdirSync(place);
  }
  chmodSync(places.scratch, 0o777);
  writeCertificate(openssl, places.certificates, 'first');
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(places.root, path, '..'), { recursive: true });
    writeFileSync(join(places.root, path), content);
  }
  writeFileSync(at('nginx.conf'), movedConfiguration(places));

  const isRoot = process.getuid?.() === 0;
  const child = spawn(nginx, ['-e', 'stderr', '-c', at('nginx.conf'), '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  while (!(await accepts(places.port))) {
    if (child.exitCode !== null) {
      await stop();
      throw new Error(`nginx ended: ${complaints}`);
    }
  }
  return { ...places, stop };
};
