import { createWriteStream } from 'node:fs';
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { outputOf } from '../runProgram';
import { requireProgram } from '../tools';
import { builtGuest, guestFolder, INIT_SCRIPT, type GuestImage } from './guestImage';

/** Drivers of every bus that KubeVirt puts disks on, of the guest agent's channel and of cloud-init's file system. */
const MODULES = [
  'virtio_pci',
  'virtio_console',
  'virtio_blk',
  'virtio_scsi',
  'ahci',
  'sd_mod',
  'sr_mod',
  'isofs',
];

const FOLDERS = ['bin', 'dev', 'etc', 'mnt', 'proc', 'run', 'sys', 'tmp', 'usr/sbin', 'var/log', 'var/run'];

/** Downloads a Debian package and unpacks it without installing it. Returns the folder with its files. */
const unpacked = async (work: string, name: string): Promise<string> => {
  const folder = join(work, name);
  await mkdir(folder);
  await outputOf(requireProgram('apt-get'), ['download', '-q', name], { cwd: folder });
  const [deb] = (await readdir(folder)).filter((file) => file.endsWith('.deb'));
  if (deb === undefined) {
    throw new Error(`apt-get has no package ${name}.`);
  }
  const files = join(folder, 'files');
  await outputOf(requireProgram('dpkg-deb'), ['-x', join(folder, deb), files]);
  return files;
};

/** The package of the current kernel, from the kernel's metapackage. */
const kernelPackage = async (): Promise<string> => {
  const shown = await outputOf('apt-cache', ['show', '--no-all-versions', 'linux-image-amd64']);
  const name = /^Depends:.*?\b(linux-image-\S+-amd64)\b/m.exec(shown)?.[1];
  if (name === undefined) {
    throw new Error(
      'The package list has no kernel linux-image-amd64: is this Debian, and did apt-get update run?',
    );
  }
  return name;
};

/** Copies the modules with their dependencies, and the files by which modprobe finds them. */
const copyModules = async (kernel: string, root: string): Promise<void> => {
  const [version] = await readdir(join(kernel, 'lib/modules'));
  if (version === undefined) {
    throw new Error('The kernel package has no modules.');
  }
  const busybox = requireProgram('busybox');
  await outputOf(busybox, ['depmod', '-b', kernel, version]);
  const from = join(kernel, 'lib/modules', version);
  const needs = new Map(
    (await readFile(join(from, 'modules.dep'), 'utf8')).split('\n').map((line) => {
      const [file = '', rest = ''] = line.split(':');
      return [file, rest.trim().split(/\s+/).filter(Boolean)] as const;
    }),
  );
  const wanted = MODULES.flatMap((name) => {
    const file = [...needs.keys()].find((path) => path.endsWith(`/${name}.ko`));
    // Modules without a file are built into the kernel.
    return file === undefined ? [] : [file, ...(needs.get(file) ?? [])];
  });
  for (const file of new Set(wanted)) {
    const target = join(root, 'lib/modules', version, file);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(from, file), target);
  }
  await outputOf(busybox, ['depmod', '-b', root, version]);
};

/** Copies a program with its linked libraries. */
const copyProgram = async (program: string, root: string, path: string): Promise<void> => {
  await copyFile(program, join(root, path));
  const linked = await outputOf('ldd', [program]);
  for (const [, library = ''] of linked.matchAll(/(?:=> |^\t)(\/\S+)/gm)) {
    await mkdir(dirname(join(root, library)), { recursive: true });
    await cp(library, join(root, library), { dereference: true });
  }
};

/** Packs a folder as an initial RAM disk. */
const pack = async (root: string, file: string): Promise<void> => {
  const script = 'find . | LC_ALL=C sort | cpio --quiet -o -H newc -R 0:0';
  const child = spawn('/bin/sh', ['-c', script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  await pipeline(child.stdout, createGzip({ level: 1 }), createWriteStream(file));
  const [code] = (await ended) as [number | null];
  if (code !== 0) {
    throw new Error(`cpio: exit status ${code ?? 'unknown'}`);
  }
};

const build = async (work: string): Promise<void> => {
  const kernel = await unpacked(work, await kernelPackage());
  const agent = await unpacked(work, 'qemu-guest-agent');
  const root = join(work, 'root');
  for (const folder of FOLDERS) {
    await mkdir(join(root, folder), { recursive: true });
  }
  await copyFile(requireProgram('busybox'), join(root, 'bin/busybox'));
  await copyFile(INIT_SCRIPT, join(root, 'init'));
  await chmod(join(root, 'init'), 0o755);
  await copyProgram(join(agent, 'usr/sbin/qemu-ga'), root, 'usr/sbin/qemu-ga');
  await copyModules(kernel, root);
  const image = join(work, 'image');
  await mkdir(image);
  const [vmlinuz = ''] = (await readdir(join(kernel, 'boot'))).filter((name) => name.startsWith('vmlinuz'));
  await copyFile(join(kernel, 'boot', vmlinuz), join(image, 'vmlinuz'));
  await pack(root, join(image, 'initrd.gz'));
};

/**
 * Builds the guest from Debian's kernel, busybox and guest agent, unless it is built already. Downloads about 80 MB and
 * stores 13 MB in `.cache/lab`. Rejects with the failed command's output.
 */
export const buildGuest = async (): Promise<GuestImage> => {
  const present = builtGuest();
  if (present !== undefined) {
    return present;
  }
  const folder = guestFolder();
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}-`);
  try {
    await build(work);
    await rm(folder, { recursive: true, force: true });
    await rename(join(work, 'image'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const made = builtGuest();
  if (made === undefined) {
    throw new Error(`The guest was built, but is not in ${folder}.`);
  }
  return made;
};
