import { resolve } from 'node:path';

export interface GoldenCase {
  name: string;
  values: Record<string, unknown>;
}

/** The values of each `golden/<name>.yaml`. `npx tsx charts/tests/writeGolden.ts` writes the files. */
export const GOLDEN_CASES: readonly GoldenCase[] = [
  { name: 'default', values: {} },
  {
    name: 'everything',
    values: {
      image: {
        repository: 'mirror.example.com:5000/console/sidecars',
        digest: `sha256:${'0123456789abcdef'.repeat(4)}`,
        pullPolicy: 'Always',
      },
      imagePullSecrets: [{ name: 'mirror' }],
      displayName: 'Sidecars: "quoted" # and more',
      description: "It's described",
      replicas: 3,
      port: 8443,
      nodeSelector: { 'node-role.kubernetes.io/infra': '' },
      tolerations: [{ key: 'node-role.kubernetes.io/infra', operator: 'Exists', effect: 'NoSchedule' }],
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/arch', operator: 'Exists' }] }],
          },
        },
      },
      priorityClassName: 'system-cluster-critical',
      podAnnotations: { 'example.com/note': 'yes' },
      podLabels: { 'example.com/team': 'virt' },
      podDisruptionBudget: { enabled: true, minAvailable: '50%' },
      networkPolicy: { enabled: true, consoleNamespace: 'openshift-console' },
      enablePlugin: { enabled: true, image: 'mirror.example.com:5000/openshift/cli:v4.22' },
      quickStart: { enabled: true },
      yamlSamples: { enabled: true },
      clusterRoles: { enabled: true },
    },
  },
  {
    name: 'least',
    values: {
      replicas: 1,
      podDisruptionBudget: { enabled: false },
      networkPolicy: { enabled: false },
    },
  },
];

export const goldenFile = (name: string): string => resolve(import.meta.dirname, 'golden', `${name}.yaml`);
