import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { apiViolations } from './apiViolations';
import { findTool } from './findTool';
import { GOLDEN_CASES, goldenFile } from './goldenCases';
import { CHART, renderChart, renderedObjects, runHelm, templateChart } from './renderChart';
import type { Rendered } from './renderChart';

const helm = findTool('helm');

const everything = GOLDEN_CASES.find(({ name }) => name === 'everything')?.values ?? {};

describe.skipIf(helm === undefined)('the chart', () => {
  const tool = helm ?? '';

  it('passes helm lint', () => {
    expect(runHelm(tool, ['lint', '--strict', CHART])).toMatchObject({ code: 0 });
  });

  it.each(GOLDEN_CASES)('renders as the golden file of $name', ({ name, values }) => {
    expect(templateChart(tool, values)).toEqual({
      code: 0,
      stdout: readFileSync(goldenFile(name), 'utf8'),
      stderr: '',
    });
  });

  it.each(GOLDEN_CASES)('renders the same twice: $name', ({ values }) => {
    expect(templateChart(tool, values).stdout).toBe(templateChart(tool, values).stdout);
  });

  it.each([
    ['replicas', 0],
    ['replicas', 11],
    ['replicas', '2'],
    ['port', 0],
    ['port', 65_536],
    ['displayName', ''],
    ['displayName', 'x'.repeat(129)],
    ['image.repository', ''],
    ['image.repository', 'quay.io/a b'],
    ['image.repository', 'quay.io/a@sha256:0'],
    ['image.tag', 'v1 ; rm'],
    ['image.digest', 'sha256:short'],
    ['image.pullPolicy', 'Sometimes'],
    ['image.unknown', 'x'],
    ['imagePullSecrets', ['name']],
    ['podLabels', { team: 1 }],
    ['podDisruptionBudget.minAvailable', 0],
    ['podDisruptionBudget.minAvailable', '100%'],
    ['networkPolicy.consoleNamespace', ''],
    ['enablePlugin.enabled', 'true'],
    ['enablePlugin.image', ''],
    ['replica', 2],
    ['resources', null],
  ])('refuses %s=%j', (path, value) => {
    const { code, stdout, stderr } = templateChart(tool, { [path]: value });
    expect({ refused: code !== 0, stdout }).toEqual({ refused: true, stdout: '' });
    expect(stderr).toContain("values don't meet the specifications of the schema");
  });

  it.each([
    [2, 2, true],
    [3, 3, true],
    [2, 1_000_000, true],
    [3, 2, false],
    // A percentage is rounded up.
    [2, '51%', true],
    [10, '91%', true],
    [10, '90%', false],
    [3, '50%', false],
    // One replica has no budget.
    [1, 1, false],
  ])('of %d replicas with minAvailable %j can be drained none: %j', (replicas, minAvailable, isRefused) => {
    const { code, stderr } = templateChart(tool, {
      replicas,
      'podDisruptionBudget.minAvailable': minAvailable,
    });
    expect({ isRefused: code !== 0, isTold: stderr.includes(`keeps all ${replicas} replicas`) }).toEqual({
      isRefused,
      isTold: isRefused,
    });
  });

  it('gives no rights by default', () => {
    const kinds = renderChart(tool).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.includes('Role'))).toEqual([]);
  });

  it('lets the enabling job touch one object of one kind', () => {
    const role = renderChart(tool, { 'enablePlugin.enabled': true }).filter(
      ({ kind }) => kind === 'ClusterRole',
    );
    expect(role.map(({ rules }) => rules)).toEqual([
      [
        {
          apiGroups: ['operator.openshift.io'],
          resources: ['consoles'],
          resourceNames: ['cluster'],
          verbs: ['get', 'patch'],
        },
      ],
    ]);
  });
});

describe('the enabling job', () => {
  const objects = renderedObjects(readFileSync(goldenFile('everything'), 'utf8'));
  const hooksOf = ({ metadata }: Rendered): string[] =>
    (metadata.annotations?.['helm.sh/hook'] ?? '').split(',').filter((hook) => hook !== '');
  const weightOf = ({ metadata }: Rendered): number =>
    Number(metadata.annotations?.['helm.sh/hook-weight'] ?? 0);
  const jobs = objects.filter(({ kind }) => kind === 'Job');
  const identity = objects
    .filter(({ metadata }) => metadata.name === 'kubevirt-sidecar-plugin-enable')
    .filter(({ kind }) => kind !== 'Job');

  it('has its identity and rights only while it runs', () => {
    expect(jobs.flatMap(hooksOf).sort()).toEqual(['post-install', 'post-upgrade', 'pre-delete']);
    expect(identity.map(({ kind }) => kind).sort()).toEqual([
      'ClusterRole',
      'ClusterRoleBinding',
      'ServiceAccount',
    ]);
    for (const object of identity) {
      expect(hooksOf(object).sort()).toEqual(jobs.flatMap(hooksOf).sort());
      expect(jobs.every((job) => weightOf(object) < weightOf(job))).toBe(true);
      expect(object.metadata.annotations?.['helm.sh/hook-delete-policy']?.split(',').sort()).toEqual([
        'before-hook-creation',
        'hook-failed',
        'hook-succeeded',
      ]);
    }
  });
});

describe('the images that are used by default', () => {
  it('are pinned', () => {
    const values = parse(readFileSync(join(CHART, 'values.yaml'), 'utf8')) as {
      image: { tag: string };
      enablePlugin: { image: string };
    };
    expect(values.enablePlugin.image).toMatch(/@sha256:[0-9a-f]{64}$/);
    // Empty: the version of the chart.
    expect(values.image.tag).toBe('');
    expect(readFileSync(join(CHART, 'Chart.yaml'), 'utf8')).toMatch(/^appVersion: \d+\.\d+\.\d+$/m);
  });
});

/** Pods of the workloads, with where they stand. */
const podSpecs = (objects: readonly Rendered[]): { name: string; spec: Record<string, unknown> }[] =>
  objects
    .filter(({ kind }) => kind === 'Deployment' || kind === 'Job')
    .map(({ metadata, spec }) => ({
      name: metadata.name,
      spec: (spec as { template: { spec: Record<string, unknown> } }).template.spec,
    }));

// These read the golden files, so they run without helm, too.
describe.each(GOLDEN_CASES)('the objects of the golden file of $name', ({ name }) => {
  const objects = renderedObjects(readFileSync(goldenFile(name), 'utf8'));

  it.each(objects.map((object) => ({ object, title: `${object.kind} ${object.metadata.name}` })))(
    'has a valid $title',
    ({ object }) => {
      expect(apiViolations(object)).toEqual([]);
    },
  );

  it('runs every pod as the restricted pod security standard asks', () => {
    expect(podSpecs(objects)).not.toEqual([]);
    for (const { spec } of podSpecs(objects)) {
      expect(spec).toMatchObject({
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect(Object.keys(spec).filter((key) => key.startsWith('host'))).toEqual([]);
      const volumes = (spec.volumes as Record<string, unknown>[]).flatMap(Object.keys);
      expect(volumes).not.toContain('hostPath');
      for (const container of spec.containers as { securityContext: unknown }[]) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
      }
    }
  });

  it('gives the server no service-account token', () => {
    const server = podSpecs(objects).find((pod) => pod.name === 'kubevirt-sidecar-plugin');
    expect(server?.spec.automountServiceAccountToken).toBe(false);
  });
});

describe('apiViolations', () => {
  const metadata = { name: 'x' };
  const spec = {
    displayName: 'X',
    backend: { type: 'Service', service: { name: 'x', namespace: 'y', port: 9443 } },
  };
  const plugin = { apiVersion: 'console.openshift.io/v1', kind: 'ConsolePlugin', metadata, spec };

  it('accepts the valid plugin that the next cases break', () => {
    expect(apiViolations(plugin)).toEqual([]);
  });

  it.each<[string, Rendered]>([
    ['a wrong type', { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas: 'two' } }],
    ['a missing field', { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{}] } }],
    ['an unknown kind', { apiVersion: 'v1', kind: 'Secret', metadata }],
    ['another version', { apiVersion: 'apps/v1beta1', kind: 'Deployment', metadata }],
    ['an unknown console kind', { ...plugin, kind: 'Page' }],
    ['an unknown field', { ...plugin, spec: { ...spec, difficulty: 'high' } }],
    ['a namespace', { ...plugin, metadata: { name: 'x', namespace: 'y' } }],
  ])('finds %s', (_what, object) => {
    expect(apiViolations(object)).toHaveLength(1);
  });
});

describe('the values of the golden case "everything"', () => {
  it('enable every option', () => {
    const optional = ['enablePlugin', 'quickStart', 'yamlSamples', 'clusterRoles'];
    expect(optional.filter((part) => (everything[part] as { enabled: boolean }).enabled)).toEqual(optional);
  });
});
