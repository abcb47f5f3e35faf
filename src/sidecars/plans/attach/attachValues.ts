import { HOOK_PATHS } from '../../annotation/constants';
import { neededImage, newestShimVersion, versionLacks } from '../../featureGate/versionLacks';
import { HOOK_POINTS, type HookPoint } from '../../annotation/hookPoint';
import type { Sidecar } from '../../annotation/sidecar';
import { argumentsBesidesVersion, versionOf, withVersion } from '../../annotation/version';
import { newScriptValues, type ScriptValues } from '../script/scriptValues';

/** Where the script comes from: a ConfigMap of the namespace, one that saving creates, or the image or PVC alone. */
type ScriptSource = 'existing' | 'new' | 'none';

/** What the form holds. Empty texts stand for fields that are not set. */
export interface AttachValues {
  source: ScriptSource;
  configMap: string;
  key: string;
  newScript: ScriptValues;
  /** `other` keeps a path of one's own: custom images may look anywhere, and the shim in all of $PATH. */
  hookPoint: HookPoint | 'other';
  otherPath: string;
  version: string;
  /** Besides the version. */
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
 * The safe way: KubeVirt's own image, the version that survives migrations, no extra volume; and what an old KubeVirt
 * needs instead.
 */
export const newAttachValues = (kubevirtVersion?: string): AttachValues => ({
  source: versionLacks(kubevirtVersion).includes('scriptsFromConfigMaps') ? 'none' : 'existing',
  configMap: '',
  key: '',
  newScript: newScriptValues(),
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

/** What the form shows of a sidecar that is edited. */
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

/** Without a ConfigMap the script comes with an image or from a PVC: KubeVirt's own image does nothing by itself. */
export const isImageRequired = ({ source, pvcName }: AttachValues): boolean =>
  source === 'none' && pvcName === '';

type Optional<T> = { [K in keyof T]?: T[K] | undefined };

const withoutUndefined = <T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** What was written stays as it was unless the user changed it: an empty text is not the same as no field. */
const text = (value: string, written: string | undefined): string | undefined =>
  value === (written ?? '') ? written : value === '' ? undefined : value;

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

/** An empty text among them is one of them, which programs tell from none. */
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
  const isNew = values.source === 'new';
  const point = isNew ? values.newScript.hookPoint : values.hookPoint;
  return {
    ...base.configMap,
    name: isNew ? values.newScript.name : values.configMap,
    key: isNew ? values.newScript.key : values.key,
    hookPath: point === 'other' ? values.otherPath : HOOK_PATHS[point],
  };
};

const pvcOf = (values: AttachValues, base: Sidecar): Sidecar['pvc'] => {
  const { pvcName, pvcVolumePath, pvcSharedComputePath } = values;
  if (pvcName === '' && pvcVolumePath === '' && pvcSharedComputePath === '') {
    // A written entry stays that was empty all along.
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
 * The sidecar that the form describes.
 *
 * @param base the sidecar that is edited: what the form does not know of it stays, and with values that were not
 * changed the result equals it
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
