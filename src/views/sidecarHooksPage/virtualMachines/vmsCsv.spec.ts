import { expect, it } from 'vitest';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { parseSidecars } from '../../../sidecars/annotation/annotation';
import { configMap, script, vm } from '../../../sidecars/checks/checkFixtures';
import { vmFindings } from '../../../sidecars/rows/vmFindings';
import { translateEnglish } from '../../../testing/translateEnglish';
import { vmsCsv } from './vmsCsv';

const parsed = parseSidecars(JSON.stringify([script({ args: ['--version', 'v1alpha1'] }, { key: 'x' })]));
const row: SidecarVm = {
  vm: vm(),
  parsed,
  state: { kind: 'appliesAtNextStart', reasons: [], sidecars: [] },
  findings: vmFindings(vm(), parsed, {
    configMaps: new Map([configMap('s', { k: '', other: '' })]),
    kubevirtVersion: undefined,
  }),
};

it('lists for each VM its sidecars, its state and its findings', () => {
  expect(vmsCsv(translateEnglish, [row]).split('\r\n')).toEqual([
    'Name,Namespace,Kind,Status,Attached scripts,State,Reasons,Findings,Created',
    'vm,a,VirtualMachine,Stopped,s/x → /usr/bin/onDefineDomain,Applies at next start,,"Error: ConfigMap s has no key x\nWarning: --version v1alpha1 is outdated",',
    '',
  ]);
});

it('masks secrets in messages of the cluster', () => {
  const reason = {
    code: 'vmFailure',
    params: { reason: '' },
    quote: 'pull from https://x:geheim@y',
  } as const;
  const csv = vmsCsv(translateEnglish, [
    { ...row, state: { kind: 'failing', reasons: [reason], sidecars: [] } },
  ]);
  expect(csv).toContain('pull from https://x:***@y');
});

it('marks unknown values', () => {
  const [, line] = vmsCsv(translateEnglish, [{ ...row, state: undefined, findings: undefined }]).split(
    '\r\n',
  );
  expect(line).toBe('vm,a,VirtualMachine,Stopped,s/x → /usr/bin/onDefineDomain,Unknown,,Unknown,');
});

it('says beside the state what is known of the effect', () => {
  const csv = vmsCsv(translateEnglish, [
    { ...row, state: { kind: 'applied', verification: 'notChecked', reasons: [], sidecars: [] } },
  ]);
  expect(csv).toContain('"Applied, Effect not checked"');
});
