import { SHIM_VERSIONS } from '../annotation/constants';
import { hookPointOf } from '../annotation/sidecar';
import { versionOf, withVersion } from '../annotation/version';
import { isOlderThan, replacing, runsShim, sidecarCheck } from '../checks/sidecarCheck';
import { newestShimVersion } from '../featureGate/versionLacks';
import { t } from './finding';

/** What can be wrong with the argument --version. */
export const versionChecks = {
  versionMissing: sidecarCheck({
    severity: 'error',
    title: t('Version missing'),
    what: t('The argument --version is missing'),
    why: t('The sidecar ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version {{newest}}.'),
    look: (looked) => {
      const newest = newestShimVersion(looked.context.kubevirtVersion);
      return runsShim(looked.sidecar) && versionOf(looked.sidecar) === undefined
        ? [{ field: 'args', params: { newest }, fix: replacing(looked, withVersion(looked.sidecar, newest)) }]
        : [];
    },
  }),
  versionUnknown: sidecarCheck({
    severity: 'error',
    title: t('Version unknown'),
    what: t('The sidecar does not know --version {{version}}'),
    why: t('It ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version {{newest}}.'),
    look: (looked) => {
      const version = versionOf(looked.sidecar);
      const newest = newestShimVersion(looked.context.kubevirtVersion);
      return version === undefined ||
        !runsShim(looked.sidecar) ||
        SHIM_VERSIONS.some((known) => known === version)
        ? []
        : [
            {
              field: 'args',
              params: { version, newest },
              fix: replacing(looked, withVersion(looked.sidecar, newest)),
            },
          ];
    },
  }),
  /** Where the cluster knows nothing newer there is nothing to do. */
  versionOld: sidecarCheck({
    severity: 'warning',
    skipsScript: 'error',
    title: t('Version outdated'),
    what: t('--version {{version}} is outdated'),
    why: ({ version }) =>
      version === 'v1alpha1'
        ? t(
            'It has no preCloudInitIso, and it does not end with its pod: after a live migration the old pod stays and the next migration is refused.',
          )
        : t(
            'The sidecar does not end with its pod: after a live migration the old pod stays and the next migration is refused.',
          ),
    cure: t('Use --version {{newest}}.'),
    look: (looked) => {
      const version = versionOf(looked.sidecar);
      const newest = newestShimVersion(looked.context.kubevirtVersion);
      if ((version !== 'v1alpha1' && version !== 'v1alpha2') || version === newest) {
        return [];
      }
      const isSkipped = version === 'v1alpha1' && hookPointOf(looked.sidecar) === 'preCloudInitIso';
      return [
        {
          field: 'args',
          params: { version, newest },
          severity: isSkipped ? 'error' : 'warning',
          fix: replacing(looked, withVersion(looked.sidecar, newest)),
        },
      ];
    },
  }),
  /** The shim of KubeVirt 1.1 does not know v1alpha3 yet. */
  versionUnsupported: sidecarCheck({
    severity: 'error',
    title: t('Version unsupported'),
    what: t('KubeVirt {{kubevirt}} does not know --version {{version}}'),
    why: t('The sidecar ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version v1alpha2, or upgrade KubeVirt to 1.2 or later.'),
    look: (looked) => {
      const { sidecar, context } = looked;
      const version = versionOf(sidecar);
      return version === 'v1alpha3' && runsShim(sidecar) && isOlderThan(context, 1, 2)
        ? [
            {
              field: 'args',
              params: { version, kubevirt: context.kubevirtVersion ?? '' },
              fix: replacing(looked, withVersion(sidecar, newestShimVersion(context.kubevirtVersion))),
            },
          ]
        : [];
    },
  }),
};
