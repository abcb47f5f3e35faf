import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The user that scripts run as where the server itself is root: `nobody`. */
export const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

/** A sidecar's private folder: its hook scripts, read-only, and a work folder that is home, TMPDIR and cwd in one. */
export class Sandbox {
  private readonly root: string;
  readonly workDir: string;

  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'kubevirt-sidecar-'));
    chmodSync(this.root, 0o755);
    this.workDir = join(this.root, 'work');
    mkdirSync(this.workDir, { mode: 0o700 });
    if (unprivileged !== undefined) {
      chownSync(this.workDir, unprivileged.uid, unprivileged.gid);
    }
  }

  /** Puts a hook script there, executable by everyone as KubeVirt mounts it, and answers its path. */
  install(name: string, content: Uint8Array): string {
    const path = join(this.root, name);
    writeFileSync(path, content, { mode: 0o755 });
    chmodSync(path, 0o755);
    return path;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 3 });
  }
}
