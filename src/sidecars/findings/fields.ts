import { sidecarsIn } from '../annotation/annotation';
import { renamedField } from '../annotation/renamedField';
import { hookPointOf } from '../annotation/sidecar';
import { FIELDS, NEWER_FIELDS, type ObjectName } from '../annotation/sidecarFields';
import {
  isOlderThan,
  nearestOr,
  optionalParam,
  replacing,
  runsShim,
  sidecarCheck,
  vmCheck,
} from '../checks/sidecarCheck';
import { isAtLeast } from '../featureGate/kubevirtVersion';
import { nearestName } from '../text/nearestName';
import { t } from './finding';

export const IMAGE_PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'] as const;

/** So many unknown fields of one object are named. */
const MOST_UNKNOWN = 10;

const isNewer = (object: ObjectName, key: string): boolean =>
  object === 'configMap' && Object.hasOwn(NEWER_FIELDS, key);

const unknownKeys = (object: ObjectName, extra: Record<string, unknown> = {}): string[] =>
  Object.keys(extra)
    .filter((key) => !isNewer(object, key))
    .slice(0, MOST_UNKNOWN);

/** What can be wrong with further fields of sidecars, and with several sidecars together. */
export const fieldChecks = {
  badImagePullPolicy: sidecarCheck({
    severity: 'error',
    title: t('Pull policy unknown'),
    what: t('There is no image pull policy "{{policy}}"'),
    why: t('The pod is refused: the VM does not start.'),
    cure: nearestOr(t('Use Always, IfNotPresent or Never.')),
    find: (checked) => {
      const policy = checked.sidecar.imagePullPolicy ?? '';
      // Empty means the default.
      if (policy === '' || IMAGE_PULL_POLICIES.some((known) => known === policy)) {
        return [];
      }
      const nearest = nearestName(policy, IMAGE_PULL_POLICIES);
      return [
        {
          field: 'imagePullPolicy',
          params: { policy, ...optionalParam('nearest', nearest) },
          fix:
            nearest === undefined
              ? undefined
              : replacing(checked, { ...checked.sidecar, imagePullPolicy: nearest }),
        },
      ];
    },
  }),
  noScript: sidecarCheck({
    severity: 'warning',
    skipsScript: 'warning',
    title: t('No script'),
    what: t('This sidecar has no script'),
    why: t('KubeVirt’s own image does nothing without one.'),
    cure: t('Choose a hook script, or remove the sidecar.'),
    find: ({ sidecar }) =>
      sidecar.configMap === undefined && sidecar.pvc === undefined && (sidecar.image ?? '') === ''
        ? [{}]
        : [],
  }),
  unknownKey: sidecarCheck({
    severity: 'warning',
    title: t('Field unknown'),
    what: t('KubeVirt does not know the field {{key}}'),
    why: t('It ignores the field, and nothing says so.'),
    cure: nearestOr(t('Remove the field if it is not meant for another tool.')),
    find: (checked) => {
      const { extra, configMap, pvc } = checked.sidecar;
      const { parsed } = checked.context;
      const unknown = { sidecar: extra, configMap: configMap?.extra, pvc: pvc?.extra };
      return (['sidecar', 'configMap', 'pvc'] as const).flatMap((object) =>
        unknownKeys(object, unknown[object]).map((key) => {
          const nearest = nearestName(key, FIELDS[object]);
          const fixed =
            nearest === undefined || parsed.kind !== 'parsed'
              ? undefined
              : renamedField(parsed.text, checked.index, object, key, nearest);
          return {
            field: object === 'sidecar' ? key : `${object}.${key}`,
            params: { key, ...optionalParam('nearest', nearest) },
            fix: fixed && replacing(checked, fixed),
          };
        }),
      );
    },
  }),
  /** Removing the field would lose what it is for after an upgrade. */
  fieldTooNew: sidecarCheck({
    severity: 'advice',
    title: t('Field ignored'),
    what: t('KubeVirt {{version}} ignores the field {{key}}'),
    why: t('No release up to {{last}} reads this field.'),
    cure: t('The field can stay: later releases may read it.'),
    find: ({ sidecar: { configMap }, context }) =>
      Object.entries(NEWER_FIELDS).flatMap(([key, last]) =>
        configMap?.extra?.[key] !== undefined && isOlderThan(context, 1, last + 1)
          ? [
              {
                field: `configMap.${key}`,
                params: { key, version: context.kubevirtVersion ?? '', last: `1.${last}` },
              },
            ]
          : [],
      ),
  }),
  hookOrder: vmCheck({
    severity: 'warning',
    title: t('Order not kept'),
    what: t('{{number}} onDefineDomain scripts change the same XML'),
    why: t('KubeVirt does not keep to the order of the list: each script may get what another one wrote.'),
    cure: t('Put them into one script, or make sure that their order does not matter.'),
    find: ({ parsed }) => {
      const number = sidecarsIn(parsed).filter((sidecar) => hookPointOf(sidecar) === 'onDefineDomain').length;
      return number < 2 ? [] : [{ params: { number } }];
    },
  }),
  /** From 1.3 on KubeVirt knows the image that fits it. */
  imageSet: sidecarCheck({
    severity: 'advice',
    title: t('Image pinned'),
    what: t('The image is fixed: {{image}}'),
    why: t(
      'It becomes outdated when KubeVirt is upgraded. Without it, KubeVirt uses the image that fits its version.',
    ),
    cure: ({ isOwnImage }) =>
      isOwnImage === undefined
        ? t('Leave the image out.')
        : t('Leave the image out, unless the script needs something that only this image has.'),
    find: (checked) => {
      const { image, ...withoutImage } = checked.sidecar;
      const isOwn = !runsShim({ image });
      return image === undefined ||
        image === '' ||
        checked.sidecar.configMap === undefined ||
        isAtLeast(checked.context.kubevirtVersion, 1, 3) !== true
        ? []
        : [
            {
              field: 'image',
              params: { image, ...(isOwn ? { isOwnImage: 1 } : {}) },
              fix: isOwn ? undefined : replacing(checked, withoutImage),
            },
          ];
    },
  }),
};
