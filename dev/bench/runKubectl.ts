import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs kubectl; returns its output and its time in milliseconds. Rejects if kubectl is not installed. */
export const runKubectl = async (
  kubeconfig: string,
  ...args: readonly string[]
): Promise<{ output: string; took: number }> => {
  const started = performance.now();
  const { stdout } = await run('kubectl', ['--kubeconfig', kubeconfig, ...args], { maxBuffer: 1 << 28 });
  return { output: stdout, took: performance.now() - started };
};
