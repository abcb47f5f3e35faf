import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../base/userError';
import { privateFolder } from './privateFolder';

const uid = process.getuid?.() ?? 'user';

describe('the private folder', () => {
  let shared: string;
  beforeEach(() => {
    shared = mkdtempSync(join(tmpdir(), 'private-folder-'));
  });
  afterEach(() => {
    rmSync(shared, { recursive: true });
  });

  it('lies in the runtime folder where that is private', () => {
    const runtime = join(shared, 'run');
    mkdirSync(runtime, { mode: 0o700 });
    expect(privateFolder(runtime, shared)).toBe(join(runtime, 'kubevirt-sidecar-plugin'));
  });

  it.each([
    ['is not set', undefined],
    ['does not exist', '/does/not/exist'],
  ])('lies in the temporary folder where the runtime folder %s', (_case, runtime) => {
    const folder = privateFolder(runtime, shared);
    expect(folder).toBe(join(shared, `kubevirt-sidecar-plugin-${uid}`));
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    expect(privateFolder(runtime, shared)).toBe(folder);
  });

  it('does not use a runtime folder that others can read', () => {
    const runtime = join(shared, 'run');
    mkdirSync(runtime);
    chmodSync(runtime, 0o755);
    expect(privateFolder(runtime, shared)).toBe(join(shared, `kubevirt-sidecar-plugin-${uid}`));
  });

  it.each([
    [
      'a link',
      (path: string) => {
        const elsewhere = join(shared, 'elsewhere');
        mkdirSync(elsewhere, { mode: 0o700 });
        symlinkSync(elsewhere, path);
      },
    ],
    [
      'a folder that others can write',
      (path: string) => {
        mkdirSync(path);
        chmodSync(path, 0o777);
      },
    ],
  ])('refuses %s that somebody made in its place', (_case, plant) => {
    plant(join(shared, `kubevirt-sidecar-plugin-${uid}`));
    expect(() => privateFolder(undefined, shared)).toThrow(UserError);
  });
});
