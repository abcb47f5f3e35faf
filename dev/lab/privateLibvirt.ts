import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { unprivileged } from '../cluster/kubevirt/sidecar/sandbox';
import { createLabFolder, makeFolder, removeLab, removeLeftovers, writeLabFile } from './labFolder';
import { runProgram, type ProgramResult } from './runProgram';
import { requireProgram } from './tools';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;
const VIRSH_LIMIT_MS = 60_000;

/** Without authentication, because only this process can open the socket: its folder is closed to other users. */
const DAEMON_SETTINGS = 'auth_unix_rw = "none"\nauth_unix_ro = "none"\n';

/** Disables what needs root, systemd or another daemon. */
const QEMU_SETTINGS = [
  'security_driver = "none"',
  'namespaces = []',
  'cgroup_controllers = []',
  'remember_owner = 0',
  'stdio_handler = "file"',
].join('\n');

export interface PrivateLibvirt {
  folder: string;
  virsh: (...args: string[]) => Promise<ProgramResult>;
  /** Stops all domains and the daemon, and removes the folder. */
  close: () => Promise<void>;
}

const settle = async (daemon: ChildProcess, socket: string, log: string): Promise<void> => {
  const limit = Date.now() + START_LIMIT_MS;
  while (!existsSync(socket)) {
    if (daemon.exitCode !== null || daemon.signalCode !== null || Date.now() > limit) {
      throw new Error(`libvirtd did not start:\n${readFileSync(log, 'utf8').trim()}`);
    }
    await delay(50);
  }
};

/**
 * Starts the lab's own libvirt daemon in session mode, as virt-launcher does. Its configuration, state and sockets are below
 * its own XDG folders. Started by root it runs as `nobody`. It and the machine's libvirt cannot see each other.
 */
export const startPrivateLibvirt = async (): Promise<PrivateLibvirt> => {
  await removeLeftovers();
  const folder = createLabFolder();
  const xdg = {
    HOME: makeFolder(join(folder, 'h')),
    XDG_CONFIG_HOME: makeFolder(join(folder, 'c')),
    XDG_RUNTIME_DIR: makeFolder(join(folder, 'r')),
    XDG_CACHE_HOME: makeFolder(join(folder, 'k')),
    XDG_DATA_HOME: makeFolder(join(folder, 'd')),
  };
  const settings = join(folder, 'libvirtd.conf');
  writeLabFile(settings, DAEMON_SETTINGS);
  writeLabFile(join(makeFolder(join(xdg.XDG_CONFIG_HOME, 'libvirt')), 'qemu.conf'), QEMU_SETTINGS);
  const log = join(folder, 'libvirtd.log');
  const logFile = openSync(log, 'w', 0o600);
  const daemon = spawn(
    requireProgram('libvirtd'),
    ['--config', settings, '--pid-file', join(folder, 'libvirtd.pid')],
    {
      ...unprivileged,
      cwd: '/',
      env: { PATH: process.env.PATH, ...xdg },
      stdio: ['ignore', logFile, logFile],
      // Ctrl-C must reach only the server, which stops the domains first.
      detached: true,
    },
  );
  closeSync(logFile);
  const socket = join(xdg.XDG_RUNTIME_DIR, 'libvirt/libvirt-sock');
  const ended = once(daemon, 'exit');
  const close = async (): Promise<void> => {
    daemon.kill();
    await Promise.race([ended, delay(STOP_LIMIT_MS, undefined, { ref: false })]);
    await removeLab(folder);
  };
  try {
    await settle(daemon, socket, log);
  } catch (error) {
    await removeLab(folder);
    throw error;
  }
  const uri = `qemu+unix:///session?socket=${socket}`;
  const virsh = requireProgram('virsh');
  return {
    folder,
    close,
    virsh: (...args) =>
      runProgram(virsh, ['-c', uri, ...args], {
        // virsh writes a history below its XDG folders.
        env: { PATH: process.env.PATH, LC_ALL: 'C', ...xdg },
        timeout: VIRSH_LIMIT_MS,
      }),
  };
};
