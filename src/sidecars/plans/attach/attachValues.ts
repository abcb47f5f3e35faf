import { HOOK_PATHS } from '../../annotation/constants';
import { neededImage, newestShimVersion, versionLacks } from '../../featureGate/versionLacks';
import { HOOK_POINTS, type HookPoint } from '../../annotation/hookPoint';
import type { Sidecar } from '../../annotation/sidecar';
import { argumentsBesidesVersion, versionOf, withVersion } from '../../annotation/version';

/** The source of the script: a ConfigMap of the namespace, or only the image or PVC. */
type ScriptSource = 'existing' | 'none';

/** The values of the form. Empty texts mean fields that are not set. */
export interface AttachValues {
  source: ScriptSource;
  configMap: string;
  key: string;
  /** `other` means another path: custom images may use any path, and the shim searches $PATH. */
  hookPoint: HookPoint | 'other';
  otherPath: string;
  version: string;
  /** All arguments except the version. */
  args: string[];
  command: string[];
  image: string;
  imagePullPolicy: string;
  pvcName: string;
  pvcVolumePath: string;
  pvcSharedComputePath: string;
  hasExtraVolume: boolean;
  extraVolumeName: string;
}

/**
 * Safe defaults: KubeVirt's own image, the version that survives migrations, no extra volume; and the fields that an
 * old KubeVirt needs.
 */
export const newAttachValues = (kubevirtVersion?: string): AttachValues => ({
  source: versionLacks(kubevirtVersion).includes('scriptsFromConfigMaps') ? 'none' : 'existing',
  configMap: '',
  key: '',
  hookPoint: 'onDefineDomain',
  otherPath: '',
  version: newestShimVersion(kubevirtVersion),
  args: [],
  command: [],
  image: neededImage(kubevirtVersion) ?? '',
  imagePullPolicy: '',
  pvcName: '',
  pvcVolumePath: '',
  pvcSharedComputePath: '',
  hasExtraVolume: false,
  extraVolumeName: 'config-volume',
});

/** The form's values for an existing sidecar. */
export const valuesOfSidecar = (sidecar: Sidecar): AttachValues => {
  const { configMap, pvc } = sidecar;
  const path = configMap?.hookPath ?? HOOK_PATHS.onDefineDomain;
  const hookPoint = HOOK_POINTS.find((point) => HOOK_PATHS[point] === path);
  return {
    ...newAttachValues(),
    source: configMap === undefined ? 'none' : 'existing',
    configMap: configMap?.name ?? '',
    key: configMap?.key ?? '',
    hookPoint: hookPoint ?? 'other',
    otherPath: hookPoint === undefined ? path : '',
    version: versionOf(sidecar) ?? '',
    args: argumentsBesidesVersion(sidecar.args ?? []),
    command: sidecar.command ?? [],
    image: sidecar.image ?? '',
    imagePullPolicy: sidecar.imagePullPolicy ?? '',
    pvcName: pvc?.name ?? '',
    pvcVolumePath: pvc?.volumePath ?? '',
    pvcSharedComputePath: pvc?.sharedComputePath ?? '',
  };
};

/** Whether an image is required: without a ConfigMap or PVC, KubeVirt's own image does nothing. */
export const isImageRequired = ({ source, pvcName }: AttachValues): boolean =>
  source === 'none' && pvcName === '';

type Optional<T> = { [K in keyof T]?: T[K] | undefined };

const withoutUndefined = <T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** Keeps the original value unless the user changed it: an empty text differs from a missing field. */
const text = (value: string, written: string | undefined): string | undefined =>
  value === (written ?? '') ? written : value === '' ? undefined : value;

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

/** Keeps empty texts, because they are arguments too. */
const texts = (values: readonly string[], written: string[] | undefined): string[] | undefined => {
  if (sameTexts(values, written ?? [])) {
    return written;
  }
  return values.length === 0 ? undefined : [...values];
};

const argsOf = (values: AttachValues, base: Sidecar): string[] | undefined => {
  const written = argumentsBesidesVersion(base.args ?? []);
  const isSameRest = sameTexts(values.args, written);
  if (isSameRest && values.version === (versionOf(base) ?? '')) {
    return base.args;
  }
  if (isSameRest && values.version !== '') {
    return withVersion(base, values.version).args;
  }
  const args = values.version === '' ? [...values.args] : ['--version', values.version, ...values.args];
  return args.length === 0 ? undefined : args;
};

const configMapOf = (values: AttachValues, base: Sidecar): Sidecar['configMap'] => {
  if (values.source === 'none') {
    return undefined;
  }
  const { configMap: name, key, hookPoint, otherPath } = values;
  return {
    ...base.configMap,
    name,
    key,
    hookPath: hookPoint === 'other' ? otherPath : HOOK_PATHS[hookPoint],
  };
};

const pvcOf = (values: AttachValues, base: Sidecar): Sidecar['pvc'] => {
  const { pvcName, pvcVolumePath, pvcSharedComputePath } = values;
  if (pvcName === '' && pvcVolumePath === '' && pvcSharedComputePath === '') {
    // Keeps an entry that was empty before.
    return [base.pvc?.name, base.pvc?.volumePath, base.pvc?.sharedComputePath].some(Boolean)
      ? undefined
      : base.pvc;
  }
  const { sharedComputePath, ...rest } = base.pvc ?? {};
  return withoutUndefined({
    ...rest,
    name: pvcName,
    volumePath: pvcVolumePath,
    sharedComputePath: text(pvcSharedComputePath, sharedComputePath),
  });
};

/**
 * The sidecar with the form's values.
 *
 * @param base the edited sidecar: fields that the form does not have are preserved, and with unchanged values the
 * result equals it
 */
export const sidecarOfValues = (values: AttachValues, base: Sidecar = { extra: {} }): Sidecar => {
  const fields: Optional<Sidecar> = {
    image: text(values.image, base.image),
    imagePullPolicy: text(values.imagePullPolicy, base.imagePullPolicy),
    command: texts(values.command, base.command),
    args: argsOf(values, base),
    configMap: configMapOf(values, base),
    pvc: pvcOf(values, base),
  };
  return withoutUndefined({ ...base, ...fields, extra: base.extra });
};
