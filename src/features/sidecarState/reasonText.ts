import type { TFunction } from 'i18next';
import type {
  ForeseenReasonCode,
  SkipReasonCode,
  StateReason,
  StateReasonCode,
} from '../../sidecars/state/state';
import { visibleParams } from '../../sidecars/text/visibleText';
import { findingText } from '../findings/findingText';

type Params = StateReason['params'];
/** Finding codes that are reasons too. Those that affect a running VM have texts of their own here. */
type FindingCode = Exclude<ForeseenReasonCode, SkipReasonCode | 'malformedAnnotation'>;
type ReasonText = (t: TFunction, params: Params) => string;

/** Users count from one, container names from zero. */
const numbered = ({ index }: Params): { number: number } => ({ number: Number(index) + 1 });

const localTime = (time: string | number | undefined): string => new Date(time ?? NaN).toLocaleString();

const TEXTS: Record<Exclude<StateReasonCode, FindingCode>, ReasonText> = {
  gateOff: (t) => t('The feature gate Sidecar is off.'),
  malformedAnnotation: (t, params) =>
    t('The annotation cannot be read: line {{line}}, column {{column}}.', params),
  malformedInstanceAnnotation: (t, params) =>
    t(
      'The running instance has an annotation that cannot be read: line {{line}}, column {{column}}.',
      params,
    ),
  added: (t, params) => t('Sidecar {{number}} was attached after the VM started.', numbered(params)),
  removed: (t, params) =>
    t('What the VM was started with as sidecar {{number}} is detached, but still runs.', numbered(params)),
  changed: (t, params) => t('Sidecar {{number}} was changed after the VM started.', numbered(params)),
  reordered: (t, params) =>
    t('Sidecar {{number}} had another position when the VM started.', numbered(params)),
  scriptChangedSinceStart: (t, params) =>
    t(
      'ConfigMap {{configMap}} was changed at {{changed}}. Sidecar {{number}} got its script at {{started}}.',
      {
        ...numbered(params),
        configMap: params.configMap,
        changed: localTime(params.changed),
        started: localTime(params.started),
      },
    ),
  mayBeInherited: (t) =>
    t(
      'The hook scripts are not in the template of the VM. Its preference, its instance type or an add-on may add them at each start.',
    ),
  noScript: (t, params) => t('Sidecar {{number}} has no script.', numbered(params)),
  configMapUnsupported: (t, params) =>
    t('KubeVirt {{version}} does not mount the script of sidecar {{number}}.', {
      ...numbered(params),
      version: params.version,
    }),
  keyMissing: (t, params) =>
    t('KubeVirt skips sidecar {{number}}: ConfigMap {{name}} has no key {{entry}}.', {
      ...numbered(params),
      name: params.name,
      entry: params.key,
    }),
  hookPathUnknown: (t, params) =>
    t('KubeVirt skips sidecar {{number}}: it does not look for a script at {{hookPath}}.', {
      ...numbered(params),
      hookPath: params.hookPath,
    }),
  severalPreCloudInitIso: (t, params) =>
    t('KubeVirt runs only one of the {{number}} scripts for preCloudInitIso.', params),
  versionOld: (t, params) =>
    t('KubeVirt skips sidecar {{number}}: --version {{version}} has no preCloudInitIso.', {
      ...numbered(params),
      version: params.version,
    }),
  notSynchronized: (t, params) =>
    params.reason === ''
      ? t('KubeVirt cannot bring the VM into the state that is asked for.')
      : t('KubeVirt cannot bring the VM into the state that is asked for: {{reason}}.', params),
  podNotScheduled: (t, params) =>
    params.reason === ''
      ? t('No node takes the pod of the VM.')
      : t('No node takes the pod of the VM: {{reason}}.', params),
  vmStatus: (t, params) => t('The status of the VM is {{status}}.', params),
  vmFailure: (t, params) =>
    params.reason === ''
      ? t('KubeVirt reports a failure of the VM.')
      : t('KubeVirt reports a failure of the VM: {{reason}}.', params),
  containerWaiting: (t, params) => t('Container {{container}} waits: {{reason}}.', params),
  containerTerminated: (t, params) =>
    params.reason === ''
      ? t('Container {{container}} ended with exit code {{exitCode}}.', params)
      : t('Container {{container}} ended with exit code {{exitCode}}: {{reason}}.', params),
  podFailed: (t, params) =>
    params.reason === ''
      ? t('The pod of the VM failed.')
      : t('The pod of the VM failed: {{reason}}.', params),
  instanceFailed: (t, params) =>
    params.reason === ''
      ? t('The instance of the VM failed.')
      : t('The instance of the VM failed: {{reason}}.', params),
};

/** Removes a final full stop from the cluster's reason, because our sentence adds one. */
const withoutStop = (params: Params): Params =>
  typeof params.reason === 'string' ? { ...params, reason: params.reason.replace(/\.+$/, '') } : params;

const isFinding = (code: StateReasonCode): code is FindingCode => !Object.hasOwn(TEXTS, code);

const findingReason = (t: TFunction, id: FindingCode, params: Params): string => {
  const { what } = findingText(t, { id, params });
  return params.index === undefined
    ? t('{{problem}}.', { problem: what })
    : t('Sidecar {{number}}: {{problem}}.', { ...numbered(params), problem: what });
};

/** The reason for a state of a VM's sidecars, as a sentence. The cluster's message is in the reason's `quote`. */
export const reasonText = (t: TFunction, { code, params }: Pick<StateReason, 'code' | 'params'>): string =>
  isFinding(code) ? findingReason(t, code, params) : TEXTS[code](t, visibleParams(withoutStop(params)));
