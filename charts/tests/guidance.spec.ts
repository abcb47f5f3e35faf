/** Checks that the quick start and samples use the plugin's labels and values that KubeVirt accepts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { holderModel, VirtualMachineInstanceModel } from '../../src/k8s/models';
import { goldenFile } from './goldenCases';
import { renderedObjects } from './renderChart';

const LOCALE = resolve(import.meta.dirname, '../../locales/en/plugin__kubevirt-sidecar-plugin.json');
const sentences = JSON.parse(readFileSync(LOCALE, 'utf8')) as Record<string, string>;
const objects = renderedObjects(readFileSync(goldenFile('everything'), 'utf8'));

interface QuickStart {
  tasks: { title: string; description: string; review: { instructions: string } }[];
  conclusion: string;
}

describe('the quick start', () => {
  const spec = objects.find(({ kind }) => kind === 'ConsoleQuickStart')?.spec as QuickStart;

  it('follows the steps of the guide', () => {
    expect(spec.tasks.map(({ title }) => title)).toEqual([
      'Enable the Sidecar feature gate',
      'Make the hook script from a recipe',
      'Attach it to a virtual machine',
      'Restart the virtual machine',
      'Validate the result',
    ]);
  });

  it('uses the plugin’s names of tabs, buttons and states', () => {
    const texts = spec.tasks.flatMap(({ description, review }) => [description, review.instructions]);
    const named = [...texts, spec.conclusion].flatMap((text) =>
      [...text.matchAll(/\*\*(.+?)\*\*/g)].flatMap(([, label]) => label ?? []),
    );
    // The console's own section, and a hook point, which is not translated.
    const others = ['Virtualization', 'onDefineDomain'];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((label) => !(label in sentences) && !others.includes(label))).toEqual([]);
  });
});

describe('the YAML samples', () => {
  const samples = objects
    .filter(({ kind }) => kind === 'ConsoleYAMLSample')
    .map(({ spec }) => {
      const { targetResource, yaml } = spec as { targetResource: { kind: string }; yaml: string };
      return { target: targetResource.kind, object: parse(yaml) as Record<string, unknown> };
    });

  it('have the kind for which they are offered', () => {
    expect(samples.map(({ target }) => target)).toEqual(['ConfigMap', 'VirtualMachine']);
    expect(samples.filter(({ target, object }) => object.kind !== target)).toEqual([]);
  });

  it('match: the VM names the script of the other sample', () => {
    const [script, vm] = samples.map(({ object }) => object) as [
      { metadata: { name: string }; data: Record<string, string> },
      { spec: { template: { metadata: { annotations: Record<string, string> } } } },
    ];
    const annotation = vm.spec.template.metadata.annotations['hooks.kubevirt.io/hookSidecars'] ?? '';
    const [sidecar] = JSON.parse(annotation) as [{ configMap: { name: string; key: string } }];
    expect(sidecar.configMap.name).toBe(script.metadata.name);
    expect(script.data[sidecar.configMap.key]).toMatch(/^#!\/bin\/sh\n/);
  });
});

describe('the roles for people', () => {
  it.each([
    ['sidecar-viewer', 'view'],
    ['sidecar-editor', 'edit'],
    ['sidecar-admin', 'admin'],
  ])('%s is aggregated to %s', (name, role) => {
    const found = objects.find((object) => object.kind === 'ClusterRole' && object.metadata.name === name);
    const { labels } = found?.metadata as { labels?: Record<string, string> };
    const aggregated = Object.keys(labels ?? {}).filter((label) => label.includes('/aggregate-to-'));
    expect(aggregated).toEqual([`rbac.authorization.k8s.io/aggregate-to-${role}`]);
  });

  interface Rule {
    apiGroups: string[];
    resources: string[];
    verbs: string[];
  }

  const verbsFor = (role: string, group: string | undefined, resource: string): string[] => {
    const found = objects.find((object) => object.kind === 'ClusterRole' && object.metadata.name === role) as
      { rules: Rule[] } | undefined;
    return (found?.rules ?? [])
      .filter(({ apiGroups, resources }) => apiGroups.includes(group ?? '') && resources.includes(resource))
      .flatMap(({ verbs }) => verbs);
  };

  it.each([
    'VirtualMachine',
    'VirtualMachineInstanceReplicaSet',
    'Template',
    'VirtualMachineTemplate',
    'VirtualMachinePool',
  ])('let viewers read and editors change a %s', (kind) => {
    const { apiGroup, plural } = holderModel({ kind });
    expect(verbsFor('sidecar-viewer', apiGroup, plural)).toEqual(['get', 'list', 'watch']);
    expect(verbsFor('sidecar-editor', apiGroup, plural)).toContain('patch');
  });

  it('let editors try scripts in pods and instances, which are removed', () => {
    expect(verbsFor('sidecar-editor', '', 'pods')).toEqual(['create', 'delete']);
    const { apiGroup, plural } = VirtualMachineInstanceModel;
    expect(verbsFor('sidecar-editor', apiGroup, plural)).toEqual(['create', 'delete']);
  });

  it('let editors preview a VM of a template', () => {
    expect(verbsFor('sidecar-editor', 'template.openshift.io', 'processedtemplates')).toEqual(['create']);
    const group = 'subresources.template.kubevirt.io';
    expect(verbsFor('sidecar-editor', group, 'virtualmachinetemplates/process')).toEqual(['create']);
  });
});

describe('the server', () => {
  it('stays available during node drains and upgrades', () => {
    const spec = (kind: string): unknown =>
      renderedObjects(readFileSync(goldenFile('default'), 'utf8')).find((object) => object.kind === kind)
        ?.spec;
    expect(spec('Deployment')).toMatchObject({
      replicas: 2,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } },
      template: {
        spec: {
          topologySpreadConstraints: [{ topologyKey: 'kubernetes.io/hostname' }],
          containers: [
            {
              readinessProbe: { httpGet: { path: '/healthz' } },
              livenessProbe: { httpGet: { path: '/healthz' } },
            },
          ],
        },
      },
    });
    expect(spec('PodDisruptionBudget')).toMatchObject({ minAvailable: 1 });
  });
});
