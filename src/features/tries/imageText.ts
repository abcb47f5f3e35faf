import type { TFunction } from 'i18next';
import type { ShimImage } from '../../data/tryPod/shimImage';
import { visibleValue } from '../../sidecars/text/visibleText';

/** The image of the pod, and how it was found. */
export const imageText = (t: TFunction, { image: name, source }: ShimImage): string => {
  const image = visibleValue(name);
  switch (source.kind) {
    case 'configured':
      return t('Image {{image}}, which KubeVirt is configured with.', { image });
    case 'pod':
      return t('Image {{image}}, as in the hook container of pod {{pod}}.', { image, pod: source.pod });
    case 'default':
      return t('Image {{image}}, the default of this version of KubeVirt: nothing here names another.', {
        image,
      });
  }
};
