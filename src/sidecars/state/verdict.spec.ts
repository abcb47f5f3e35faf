import { expect, it } from 'vitest';
import { configMapSidecar } from '../annotation/sidecar';
import { serializeSidecars } from '../annotation/annotation';
import type { ConfigMap } from '../objects/resources';
import { vm, vmi } from './stateFixtures';
import { currentVerdict, verdictSubject } from './verdict';

const TEXT = serializeSidecars([configMapSidecar('script', 'run.sh', 'onDefineDomain')]);
const VM = { ...vm(TEXT), metadata: { ...vm(TEXT).metadata, uid: 'vm' } };
const VMI = { ...vmi(TEXT), metadata: { ...vmi(TEXT).metadata, uid: 'vmi' } };

const configMaps = (...names: [name: string, version: string][]): ReadonlyMap<string, ConfigMap> =>
  new Map(
    names.map(([name, resourceVersion]) => [
      name,
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, uid: name, resourceVersion } },
    ]),
  );

const SEEN = configMaps(['script', '1']);
const VERDICTS = new Map([
  ['vmi', { verification: 'verified' as const, subject: verdictSubject(VM, VMI, SEEN) }],
]);

it('holds for the same VM, instance and scripts, whatever else there is', () => {
  expect(currentVerdict(VERDICTS, VM, VMI, configMaps(['script', '1'], ['other', '9']))).toBe('verified');
});

it.each<[string, Parameters<typeof currentVerdict>]>([
  ['the script', [VERDICTS, VM, VMI, configMaps(['script', '2'])]],
  ['the script, which was deleted', [VERDICTS, VM, VMI, configMaps()]],
  ['the rights to read scripts', [VERDICTS, VM, VMI, undefined]],
  ['the instance', [VERDICTS, VM, { ...VMI, metadata: { ...VMI.metadata, uid: 'next' } }, SEEN]],
  ['the VM of this name', [VERDICTS, { ...VM, metadata: { ...VM.metadata, uid: 'another' } }, VMI, SEEN]],
  ['the template', [VERDICTS, { ...VM, spec: vm('[]').spec }, VMI, SEEN]],
  ['that the VM stopped', [VERDICTS, VM, undefined, SEEN]],
])('is not known any more after a change of: %s', (_case, input) => {
  expect(currentVerdict(...input)).toBeUndefined();
});
