/** One start of each kind on KubeVirt 1.8.4, as a cluster recorded it, and what the diagnosis makes of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type {
  ConfigMap,
  KubernetesEvent,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
} from '../objects/resources';
import { diagnose, type DiagnosisFinding, type DiagnosisId, type DiagnosisInput } from './diagnose';
import { withoutRepeats } from './withoutRepeats';

const recordings = resolve(import.meta.dirname, '../../../../shared/data/kubevirt-1.8.4');

const read = (...path: string[]): unknown => {
  const file = resolve(recordings, ...path);
  return existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
};

const events = (folder: string, file: string): KubernetesEvent[] =>
  (read(folder, file) as { items: KubernetesEvent[] } | undefined)?.items ?? [];

const recorded = (folder: string): DiagnosisInput => {
  const pod = read(folder, 'pod.yaml') as Pod | undefined;
  const { items } = read('manifests.json') as { items: ConfigMap[] };
  const logs = readdirSync(resolve(recordings, folder)).filter((file) => file.startsWith('log-'));
  return {
    vm: read(folder, 'vm.yaml') as VirtualMachine,
    vmi: read(folder, 'vmi.yaml') as VirtualMachineInstance | undefined,
    pods: pod === undefined ? [] : [pod],
    events: [...events(folder, 'events.yaml'), ...events(folder, 'events-pod.yaml')],
    logs: Object.fromEntries(
      logs.map((file) => [
        file.replace(/^log-|\.txt$/g, ''),
        readFileSync(resolve(recordings, folder, file), 'utf8'),
      ]),
    ),
    configMaps: new Map(
      items.filter(({ kind }) => kind === 'ConfigMap').map((map) => [map.metadata.name, map]),
    ),
    // KubeVirt's and HCO's objects were recorded at another moment, with the gate off.
  };
};

/** What is shown, without what only tells of the cluster. */
const shown = (folder: string): DiagnosisFinding[] =>
  withoutRepeats(diagnose(recorded(folder)), []).diagnosed.map(({ finding }) => finding);

describe.skipIf(!existsSync(recordings))('recordings of KubeVirt (skipped: not in this tree)', () => {
  it.each<[string, DiagnosisId[]]>([
    ['guide', []],
    ['exit1', []],
    ['garbage', ['printedNothing']],
    ['empty', ['printedNothing']],
    ['badxml', ['libvirtRefused']],
    ['sleep', ['callTimedOut']],
    ['noshebang', ['execFormat']],
    ['interp', ['interpreterNotFound']],
    ['crlf', ['interpreterNotFound']],
    ['nokey', ['hookNotFound']],
    ['hookpath', ['hookNotFound']],
    ['nover', ['versionMissing']],
    ['badver', ['versionUnsupported']],
    ['nocm', ['configMapNotFound']],
    ['nonsense', ['annotationMalformed']],
    ['wrongtype', ['annotationMalformed']],
    ['two', ['volumeNameTwice']],
    ['pol', ['podRefused']],
    ['image', ['imageNotPulled']],
    ['command', ['containerNotStarted']],
    ['nocloud', ['cloudInitVolumeMissing', 'oldPodLingers']],
  ])('%s: %j', (folder, ids) => {
    expect(shown(folder).map(({ id }) => id)).toEqual(ids);
  });

  it('quotes one line of a log tail, and keeps the rest', () => {
    const evidence = shown('nocloud').flatMap((finding) => finding.evidence);
    expect(evidence.find(({ whole }) => whole !== undefined)).toMatchObject({
      quote: 'panic: runtime error: invalid memory address or nil pointer dereference',
      whole: expect.stringContaining('Connected to libvirt daemon') as string,
    });
  });

  it('tells of a missing --version from the status of the pod, before the log is read', () => {
    const [finding] = diagnose({ ...recorded('nover'), logs: {} });
    expect(finding).toMatchObject({ id: 'versionMissing', params: { container: 'hook-sidecar-0' } });
  });
});
