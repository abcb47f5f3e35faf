import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeKubeconfig } from '../../api/kubeconfig';
import type { RunningCluster } from '../../contract';

export interface Kubectl {
  /** Runs the real kubectl as a user, by default the editor, in the namespace `lab`. */
  run: (
    args: readonly string[],
    input?: string,
    as?: 'admin' | 'editor',
  ) => Promise<{ code: number; stdout: string; stderr: string }>;
  /** What it prints. Throws if it fails. */
  output: (args: readonly string[], input?: string, as?: 'admin' | 'editor') => Promise<string>;
  remove: () => Promise<void>;
}

export const kubectlFor = async (cluster: RunningCluster): Promise<Kubectl> => {
  const folder = await mkdtemp(join(tmpdir(), 'kubectl-'));
  const kubeconfig = join(folder, 'kubeconfig');
  await writeKubeconfig(kubeconfig, cluster.url, cluster.personas);
  const run: Kubectl['run'] = (args, input = '', as = 'editor') =>
    new Promise((resolve) => {
      const child = execFile(
        'kubectl',
        [`--context=${as}`, '-n', 'lab', ...args],
        { env: { PATH: process.env.PATH, HOME: folder, KUBECONFIG: kubeconfig } },
        (error, stdout, stderr) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
        },
      );
      child.stdin?.end(input);
    });
  return {
    run,
    output: async (args, input, as) => {
      const { code, stdout, stderr } = await run(args, input, as);
      if (code !== 0 || stderr !== '') {
        throw new Error(`kubectl ${args.join(' ')}: ${code} ${stderr}`);
      }
      return stdout;
    },
    remove: () => rm(folder, { recursive: true }),
  };
};
