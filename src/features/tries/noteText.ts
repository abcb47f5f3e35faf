import type { TFunction } from 'i18next';
import type { ShimImage } from '../../data/tryPod/shimImage';
import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import { imageText } from './imageText';

/** What a try does not show, and where it ran. */
export const noteText = (t: TFunction, hookPoint: HookPoint, image: ShimImage | undefined): string =>
  [
    ...(hookPoint === 'onDefineDomain'
      ? [
          t(
            'Not shown here: what libvirt adds between the calls, such as addresses and controllers, and what it refuses. A VM with few devices has fewer calls; the third comes from KubeVirt 1.8 on, if it adds PCIe root ports.',
          ),
        ]
      : []),
    ...(image === undefined ? [] : [imageText(t, image)]),
  ].join(' ');
