import type { VirtualMachine } from '../../src/sidecars/objects/resources';
import type { StoredObject } from '../cluster/contract';
import { releaseOf } from '../cluster/kubevirt/release';
import { SIDECAR_ANNOTATION } from '../cluster/kubevirt/sidecar/hookSidecarList';
import type { SidecarEntry } from './objects';
import type { Scenario } from './scenario';

const entriesOf = (annotation: string): SidecarEntry[] | undefined => {
  try {
    const parsed: unknown = JSON.parse(annotation);
    return Array.isArray(parsed) ? (parsed as SidecarEntry[]) : undefined;
  } catch {
    return undefined;
  }
};

/** Adapts a VM to an old release: with an explicit image, and a protocol version that its shim knows. */
const forRelease = (object: StoredObject, kubeVirtVersion: string): StoredObject => {
  const { hasSidecarImage, shimVersions } = releaseOf(kubeVirtVersion);
  const copy = structuredClone(object);
  const annotations = (copy as unknown as VirtualMachine).spec.template?.metadata?.annotations;
  const entries = entriesOf(annotations?.[SIDECAR_ANNOTATION] ?? '');
  if (annotations === undefined || entries === undefined || hasSidecarImage) {
    return object;
  }
  annotations[SIDECAR_ANNOTATION] = JSON.stringify(
    entries.map((entry) => ({
      image: `quay.io/kubevirt/sidecar-shim:${kubeVirtVersion}`,
      ...entry,
      args: entry.args?.map((arg) => (arg === 'v1alpha3' && !shimVersions.includes(arg) ? 'v1alpha2' : arg)),
    })),
  );
  return copy;
};

/** The objects of a scenario for its own or another version of KubeVirt. */
export const scenarioObjects = (
  scenario: Scenario,
  kubeVirtVersion: string = scenario.kubeVirtVersion,
): StoredObject[] =>
  scenario
    .objects(kubeVirtVersion)
    .map((object) => (object.kind === 'VirtualMachine' ? forRelease(object, kubeVirtVersion) : object));
