import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

export const CHART = resolve(import.meta.dirname, '../kubevirt-sidecar-plugin');
const RELEASE = 'sidecars';
const NAMESPACE = 'kubevirt-sidecar-plugin';

/** A rendered object. Tests read its inner fields one by one. */
export interface Rendered {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs helm with its own home folder, so that the user's plugins and repositories have no effect. */
export const runHelm = (helm: string, args: readonly string[]): Outcome => {
  const home = mkdtempSync(join(tmpdir(), 'helm-'));
  try {
    const { status, stdout, stderr } = spawnSync(helm, args, {
      encoding: 'utf8',
      env: { HOME: home, PATH: process.env.PATH, KUBECONFIG: join(home, 'none') },
    });
    return { code: status, stdout, stderr };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

/** Renders the chart with values as `--set-json` takes them: `{ replicas: 3 }`. */
export const templateChart = (helm: string, values: Record<string, unknown> = {}): Outcome =>
  runHelm(helm, [
    'template',
    RELEASE,
    CHART,
    '--namespace',
    NAMESPACE,
    ...Object.entries(values).flatMap(([path, value]) => ['--set-json', `${path}=${JSON.stringify(value)}`]),
  ]);

/** The objects of a rendered chart, in helm's order of installation. Throws for invalid YAML. */
export const renderedObjects = (text: string): Rendered[] =>
  parseAllDocuments(text).flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) {
      throw error;
    }
    const value = document.toJS() as Rendered | null;
    return value === null ? [] : [value];
  });

/** Renders and parses the chart. Throws helm's message when the chart refuses the values. */
export const renderChart = (helm: string, values: Record<string, unknown> = {}): Rendered[] => {
  const { code, stdout, stderr } = templateChart(helm, values);
  if (code !== 0) {
    throw new Error(stderr);
  }
  return renderedObjects(stdout);
};
