import { SHIM_VERSIONS, type ShimVersion } from '../annotation/constants';
import { hookPointOf } from '../annotation/sidecar';
import { unknownFlags, versionOf, withVersion } from '../annotation/version';
import {
  isShimKnown,
  replacing,
  runsShim,
  shimRelease,
  sidecarCheck,
  type Looked,
} from '../checks/sidecarCheck';
import type { Fix } from '../checks/check';
import { isAtLeast } from '../featureGate/kubevirtVersion';
import { newestShimVersion } from '../featureGate/versionLacks';
import { t } from './finding';

/** The newest version that the sidecar's shim knows, as far as its image says that. */
const newestOf = ({ sidecar, context }: Looked): ShimVersion =>
  newestShimVersion(shimRelease(sidecar, context));

/** Only where it is known what the image knows. */
const fixOf = (looked: Looked): Fix | undefined =>
  isShimKnown(looked.sidecar, looked.context)
    ? replacing(looked, withVersion(looked.sidecar, newestOf(looked)))
    : undefined;

/** What can be wrong with the arguments of a sidecar. */
export const versionChecks = {
  versionMissing: sidecarCheck({
    severity: 'error',
    title: t('Version missing'),
    what: t('The argument --version is missing'),
    why: t('The sidecar ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version {{newest}}.'),
    look: (looked) =>
      runsShim(looked.sidecar) && versionOf(looked.sidecar) === undefined
        ? [{ field: 'args', params: { newest: newestOf(looked) }, fix: fixOf(looked) }]
        : [],
  }),
  versionUnknown: sidecarCheck({
    severity: 'error',
    title: t('Version unknown'),
    what: t('The sidecar does not know --version {{version}}'),
    why: t('It ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version {{newest}}.'),
    look: (looked) => {
      const version = versionOf(looked.sidecar);
      return version === undefined ||
        !runsShim(looked.sidecar) ||
        SHIM_VERSIONS.some((known) => known === version)
        ? []
        : [{ field: 'args', params: { version, newest: newestOf(looked) }, fix: fixOf(looked) }];
    },
  }),
  /** Where the sidecar's shim knows nothing newer there is nothing to do. What other images know is not known. */
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
    cure: ({ isOwnImage }) =>
      isOwnImage === undefined
        ? t('Use --version {{newest}}.')
        : t('Use --version {{newest}}, if the image knows it.'),
    look: (looked) => {
      const version = versionOf(looked.sidecar);
      const newest = newestOf(looked);
      if ((version !== 'v1alpha1' && version !== 'v1alpha2') || version === newest) {
        return [];
      }
      if (!runsShim(looked.sidecar)) {
        return [{ field: 'args', params: { version, newest, isOwnImage: 1 }, severity: 'advice' }];
      }
      const isSkipped = version === 'v1alpha1' && hookPointOf(looked.sidecar) === 'preCloudInitIso';
      return [
        {
          field: 'args',
          params: { version, newest },
          severity: isSkipped ? 'error' : 'warning',
          fix: fixOf(looked),
        },
      ];
    },
  }),
  argumentUnknown: sidecarCheck({
    severity: 'error',
    title: t('Argument unknown'),
    what: t('The sidecar does not know the argument {{argument}}'),
    why: t('It ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Remove the argument. KubeVirt’s image knows only --version.'),
    look: ({ sidecar }) =>
      runsShim(sidecar)
        ? unknownFlags(sidecar.args ?? []).map((argument) => ({ field: 'args', params: { argument } }))
        : [],
  }),
  /** The shim of KubeVirt 1.1 does not know v1alpha3 yet. */
  versionUnsupported: sidecarCheck({
    severity: 'error',
    title: t('Version unsupported'),
    what: t('The sidecar-shim of KubeVirt {{kubevirt}} does not know --version {{version}}'),
    why: t('The sidecar ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version v1alpha2, or the image of KubeVirt 1.2 or later.'),
    look: (looked) => {
      const { sidecar, context } = looked;
      const version = versionOf(sidecar);
      const kubevirt = shimRelease(sidecar, context);
      return version === 'v1alpha3' && runsShim(sidecar) && isAtLeast(kubevirt, 1, 2) === false
        ? [{ field: 'args', params: { version, kubevirt: kubevirt ?? '' }, fix: fixOf(looked) }]
        : [];
    },
  }),
};
