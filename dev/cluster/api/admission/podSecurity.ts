import type { Store, StoredObject } from '../../contract';
import { forbiddenPod } from './forbiddenPod';
import { containersOf, nameOf, part, parts, type Part } from './podParts';

const LABEL = 'pod-security.kubernetes.io/enforce';

const RESTRICTED_VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** What is said of the containers of these names; nothing if there are none. */
const ofContainers = (names: readonly string[], text: (list: string) => string): string[] =>
  names.length === 0 ? [] : [text(`container${names.length === 1 ? '' : 's'} ${quoted(names)}`)];

interface Checked {
  pod: Part;
  containers: readonly Part[];
}

const context = (holder: Part): Part => part(holder, 'securityContext');

const namesWhere = (containers: readonly Part[], isBad: (security: Part) => boolean): string[] =>
  containers.filter((container) => isBad(context(container))).map(nameOf);

const privileged = ({ containers }: Checked): string[] =>
  ofContainers(
    namesWhere(containers, (security) => security.privileged === true),
    (list) => `privileged (${list} must not set securityContext.privileged=true)`,
  );

const escalation = ({ containers }: Checked): string[] =>
  ofContainers(
    namesWhere(containers, (security) => security.allowPrivilegeEscalation !== false),
    (list) =>
      `allowPrivilegeEscalation != false (${list} must set securityContext.allowPrivilegeEscalation=false)`,
  );

const stringsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const capabilities = ({ containers }: Checked): string[] => {
  const undropped = namesWhere(
    containers,
    (security) => !stringsOf(part(security, 'capabilities').drop).includes('ALL'),
  );
  const added = namesWhere(containers, (security) =>
    stringsOf(part(security, 'capabilities').add).some((name) => name !== 'NET_BIND_SERVICE'),
  );
  const complaints = [
    ...ofContainers(undropped, (list) => `${list} must set securityContext.capabilities.drop=["ALL"]`),
    ...ofContainers(
      added,
      (list) => `${list} must not include capabilities in securityContext.capabilities.add`,
    ),
  ];
  return complaints.length === 0 ? [] : [`unrestricted capabilities (${complaints.join('; ')})`];
};

const volumes = ({ pod }: Checked): string[] => {
  const bad = parts(pod.volumes).flatMap((volume) => {
    const source = Object.keys(volume).find((key) => key !== 'name');
    return source === undefined || RESTRICTED_VOLUMES.includes(source) ? [] : [{ volume, source }];
  });
  return bad.length === 0
    ? []
    : [
        `restricted volume types (${bad.map(({ volume, source }) => `volume "${nameOf(volume)}" uses restricted volume type "${source}"`).join(', ')})`,
      ];
};

/** A value that the pod sets for all its containers, unless they set it themselves. */
const inherited = (
  { pod, containers }: Checked,
  isGood: (security: Part) => boolean,
  isUnset: (security: Part) => boolean,
): string[] => namesWhere(containers, (security) => !isGood(isUnset(security) ? context(pod) : security));

const nonRoot = (checked: Checked): string[] => {
  const names = inherited(
    checked,
    ({ runAsNonRoot }) => runAsNonRoot === true,
    ({ runAsNonRoot }) => runAsNonRoot === undefined,
  );
  return ofContainers(
    names,
    (list) => `runAsNonRoot != true (pod or ${list} must set securityContext.runAsNonRoot=true)`,
  );
};

const seccomp = (checked: Checked): string[] => {
  const names = inherited(
    checked,
    ({ seccompProfile }) => ['RuntimeDefault', 'Localhost'].includes(String(part(seccompProfile).type)),
    ({ seccompProfile }) => seccompProfile === undefined,
  );
  return ofContainers(
    names,
    (list) =>
      `seccompProfile (pod or ${list} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")`,
  );
};

const CHECKS: Readonly<Record<string, readonly ((checked: Checked) => string[])[]>> = {
  baseline: [privileged],
  restricted: [privileged, escalation, capabilities, volumes, nonRoot, seccomp],
};

/** Throws ApiError 403 if a pod violates the security level that its namespace's label asks for. */
export const checkPodSecurity = (store: Store, pod: StoredObject): void => {
  const { namespace = '', name } = pod.metadata;
  const labels = store.get('namespaces', undefined, namespace)?.metadata.labels ?? {};
  const level = labels[LABEL] ?? 'privileged';
  const { init, main } = containersOf(pod);
  const checked = { pod: part(pod.spec), containers: [...init, ...main] };
  const violations = (CHECKS[level] ?? []).flatMap((check) => check(checked));
  if (violations.length > 0) {
    const version = labels[`${LABEL}-version`] ?? 'latest';
    throw forbiddenPod(name, `violates PodSecurity "${level}:${version}": ${violations.join(', ')}`);
  }
};
