import { parseSidecars, serializeSidecars } from '../annotation/annotation';
import type { ConfigMap, VirtualMachine, Volume } from '../objects/resources';
import type { CheckContext, Finding, FindingId } from './check';
import { runChecks, type CheckId } from './runChecks';

export const vm = (volumes: Volume[] = [], annotations: Record<string, string> = {}): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace: 'a', annotations },
  spec: { template: { spec: { domain: { devices: {} }, volumes } } },
});

export const configMap = (name: string, data: Record<string, string>): [string, ConfigMap] => [
  name,
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data },
];

export const script = (
  changes: Record<string, unknown> = {},
  source: Record<string, unknown> = {},
): Record<string, unknown> => ({
  args: ['--version', 'v1alpha3'],
  configMap: { name: 's', key: 'k', hookPath: '/usr/bin/onDefineDomain', ...source },
  ...changes,
});
export const cloudInit = { hookPath: '/usr/bin/preCloudInitIso' };

export const findings = (
  annotation: Record<string, unknown>[] | string | undefined,
  context: Partial<CheckContext> = {},
): (Finding & { id: CheckId })[] => {
  const text = typeof annotation === 'object' ? JSON.stringify(annotation) : annotation;
  return runChecks({ vm: vm(), parsed: parseSidecars(text), ...context });
};

export const ids = (found: readonly Finding[]): FindingId[] => found.map(({ id }) => id);

/** The ids that are left after the fix of the only finding that has one. */
export const afterFix = (found: readonly Finding[], context: Partial<CheckContext> = {}): FindingId[] => {
  const [fix] = found.flatMap((finding) => finding.fix ?? []);
  return fix?.kind === 'sidecars' ? ids(findings(serializeSidecars(fix.next()), context)) : ['noScript'];
};
