import { SHIM_VERSIONS, type ShimVersion } from '../annotation/constants';
import { hookPointOf } from '../annotation/sidecar';
import { unknownFlags, versionOf, withVersion } from '../annotation/version';
import {
  isShimKnown,
  replacing,
  runsShim,
  shimRelease,
  sidecarCheck,
  type CheckedSidecar,
} from '../checks/sidecarCheck';
import type { Fix } from '../checks/check';
import { isAtLeast } from '../featureGate/kubevirtVersion';
import { newestShimVersion } from '../featureGate/versionLacks';
import { t } from './finding';

/** The newest version that the sidecar's shim knows, as far as its image says that. */
const newestOf = ({ sidecar, context }: CheckedSidecar): ShimVersion =>
  newestShimVersion(shimRelease(sidecar, context));

/** Only where it is known what the image knows. */
const fixOf = (checked: CheckedSidecar): Fix | undefined =>
  isShimKnown(checked.sidecar, checked.context)
    ? replacing(checked, withVersion(checked.sidecar, newestOf(checked)))
    : undefined;

/** What can be wrong with the arguments of a sidecar. */
export const versionChecks = {
  versionMissing: sidecarCheck({
    severity: 'error',
    title: t('Version missing'),
    what: t('The argument --version is missing'),
    why: t('The sidecar ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version {{newest}}.'),
    find: (checked) =>
      runsShim(checked.sidecar) && versionOf(checked.sidecar) === undefined
        ? [{ field: 'args', params: { newest: newestOf(checked) }, fix: fixOf(checked) }]
        : [],
  }),
  versionUnknown: sidecarCheck({
    severity: 'error',
    title: t('Version unknown'),
    what: t('The sidecar does not know --version {{version}}'),
    why: t('It ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version {{newest}}.'),
    find: (checked) => {
      const version = versionOf(checked.sidecar);
      return version === undefined ||
        !runsShim(checked.sidecar) ||
        SHIM_VERSIONS.some((known) => known === version)
        ? []
        : [{ field: 'args', params: { version, newest: newestOf(checked) }, fix: fixOf(checked) }];
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
    find: (checked) => {
      const version = versionOf(checked.sidecar);
      const newest = newestOf(checked);
      if ((version !== 'v1alpha1' && version !== 'v1alpha2') || version === newest) {
        return [];
      }
      if (!runsShim(checked.sidecar)) {
        return [{ field: 'args', params: { version, newest, isOwnImage: 1 }, severity: 'advice' }];
      }
      const isSkipped = version === 'v1alpha1' && hookPointOf(checked.sidecar) === 'preCloudInitIso';
      return [
        {
          field: 'args',
          params: { version, newest },
          severity: isSkipped ? 'error' : 'warning',
          fix: fixOf(checked),
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
    find: ({ sidecar }) =>
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
    find: (checked) => {
      const { sidecar, context } = checked;
      const version = versionOf(sidecar);
      const kubevirt = shimRelease(sidecar, context);
      return version === 'v1alpha3' && runsShim(sidecar) && isAtLeast(kubevirt, 1, 2) === false
        ? [{ field: 'args', params: { version, kubevirt: kubevirt ?? '' }, fix: fixOf(checked) }]
        : [];
    },
  }),
};
