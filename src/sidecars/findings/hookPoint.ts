import { sidecarsIn } from '../annotation/annotation';
import { HOOK_PATHS } from '../annotation/constants';
import { hookPointOfPath } from '../annotation/hookPoint';
import { hookPointOf, takesCloudInit } from '../annotation/sidecar';
import { nearestOr, optionalParam, replacing, runsShim, sidecarCheck, vmCheck } from '../checks/sidecarCheck';
import { hasCloudInitVolume } from '../objects/vm';
import { nearestName } from '../text/nearestName';
import { t } from './finding';

/** The right file name in the wrong directory. */
const pathNamed = (hookPath: string): string | undefined =>
  Object.entries(HOOK_PATHS).find(([point]) => hookPath.toLowerCase().endsWith(point.toLowerCase()))?.[1];

/** What can be wrong with the place where KubeVirt finds the script. */
export const hookPointChecks = {
  /** Kubernetes refuses a pod that mounts a volume nowhere. */
  hookPathMissing: sidecarCheck({
    severity: 'error',
    title: t('Hook path missing'),
    what: t('No hook point is chosen'),
    why: t('The path of the script is empty, and the pod is refused: the VM does not start.'),
    cure: t('Choose a hook point.'),
    find: ({ sidecar }) => (sidecar.configMap?.hookPath === '' ? [{ field: 'configMap.hookPath' }] : []),
  }),
  /** A custom image may well read other files. */
  hookPathUnknown: sidecarCheck({
    severity: 'error',
    skipsScript: 'error',
    title: t('Hook path unknown'),
    what: t('No hook point is found at {{hookPath}}'),
    why: t(
      'KubeVirt looks for onDefineDomain and preCloudInitIso in /usr/bin and the rest of $PATH. What has another name or place is skipped: the VM starts unchanged, and nothing says so.',
    ),
    cure: nearestOr(t('Choose a hook point.')),
    find: (checked) => {
      const source = checked.sidecar.configMap;
      // Nowhere is a mistake of its own.
      if (source === undefined || source.hookPath === '' || hookPointOfPath(source.hookPath) !== undefined) {
        return [];
      }
      const { hookPath } = source;
      const nearest = nearestName(hookPath, Object.values(HOOK_PATHS)) ?? pathNamed(hookPath);
      return [
        {
          field: 'configMap.hookPath',
          params: { hookPath, ...optionalParam('nearest', nearest) },
          severity: runsShim(checked.sidecar) || !hookPath.startsWith('/') ? 'error' : 'warning',
          fix:
            nearest === undefined
              ? undefined
              : replacing(checked, { ...checked.sidecar, configMap: { ...source, hookPath: nearest } }),
        },
      ];
    },
  }),
  /** virt-launcher calls that whose socket it finds first. */
  severalPreCloudInitIso: vmCheck({
    severity: 'error',
    skipsScript: 'error',
    title: t('Several preCloudInitIso'),
    what: t('Only one of {{number}} preCloudInitIso scripts runs'),
    why: t(
      'KubeVirt calls one sidecar for cloud-init data, not always the first of the list. The others are skipped, and nothing says so.',
    ),
    cure: t('Put them into one script.'),
    find: ({ parsed }) => {
      const number = sidecarsIn(parsed).filter(takesCloudInit).length;
      return number < 2 ? [] : [{ params: { number } }];
    },
  }),
  preCloudInitIsoWithoutCloudInit: sidecarCheck({
    severity: 'error',
    title: t('No cloud-init volume'),
    what: t('The VM has no cloud-init volume'),
    why: t('virt-launcher crashes when a preCloudInitIso script has no cloud-init data to change.'),
    cure: t('Add a cloud-init volume to the VM first, or use onDefineDomain.'),
    find: ({ sidecar, context }) =>
      hookPointOf(sidecar) === 'preCloudInitIso' && !hasCloudInitVolume(context.vm)
        ? [{ field: 'configMap.hookPath' }]
        : [],
  }),
};
