import { t } from '../../findings/finding';
import { numberOf, type ParameterValues } from '../parameter';
import { celChanged, celCopy } from '../celCopies';
import type { Recipe } from '../recipe';
import { equals } from '../xpath';

const sizesOf = (
  values: ParameterValues,
): { width: number; height: number; heads: number; memory: number } => ({
  width: numberOf(values, 'width'),
  height: numberOf(values, 'height'),
  heads: numberOf(values, 'heads'),
  memory: numberOf(values, 'memory'),
});

export const display: Recipe = {
  id: 'display',
  version: 1,
  title: t('Display: resolution, heads and video memory'),
  does: t('Sets what the guest’s display starts with.'),
  category: 'display',
  hookPoint: 'onDefineDomain',
  parameters: [
    {
      name: 'width',
      label: t('Width'),
      help: t('0 leaves the resolution as it is.'),
      kind: 'number',
      default: 1920,
      min: 320,
      max: 16_384,
      unit: 'px',
    },
    {
      name: 'height',
      label: t('Height'),
      help: t('0 leaves the resolution as it is.'),
      kind: 'number',
      default: 1080,
      min: 200,
      max: 16_384,
      unit: 'px',
    },
    {
      name: 'heads',
      label: t('Heads'),
      help: t('More than one needs the video type virtio. 0 leaves them as they are.'),
      kind: 'number',
      default: 0,
      min: 1,
      max: 16,
    },
    {
      name: 'memory',
      label: t('Video memory'),
      help: t('0 leaves it as it is. The type virtio has none.'),
      kind: 'number',
      default: 0,
      min: 1,
      max: 1024,
      unit: 'MiB',
    },
  ],
  native: {
    since: '1.6',
    when: t(
      'The type of the video device is a field of the VM. On Windows, the type virtio with its driver often is enough for other resolutions.',
    ),
    yaml: `spec:
  template:
    spec:
      domain:
        devices:
          video:
            type: virtio
`,
  },
  change: `def change(domain):
    models = domain.findall("./devices/video/model")
    if not models:
        say("The VM has no video device.")
    for model in models:
        kind = model.get("type")
        if PARAMETERS["width"] and PARAMETERS["height"]:
            resolution = child(model, "resolution")
            resolution.set("x", str(PARAMETERS["width"]))
            resolution.set("y", str(PARAMETERS["height"]))
        if PARAMETERS["heads"] > 1 and kind != "virtio":
            say("The video type " + str(kind) + " has one head only.")
        elif PARAMETERS["heads"]:
            model.set("heads", str(PARAMETERS["heads"]))
        if PARAMETERS["memory"] and kind == "virtio":
            say("The video type virtio has no video memory.")
        elif PARAMETERS["memory"]:
            model.set("vram", str(PARAMETERS["memory"] * 1024))
`,
  caveats: [t('The guest’s driver may choose another resolution when it starts.')],
  documentation: 'https://libvirt.org/formatdomain.html#video-devices',
  expectations: (values) => {
    const model = '/domain/devices/video/model';
    const { width, height, heads, memory } = sizesOf(values);
    return [
      ...(width > 0 && height > 0
        ? [equals(`${model}/resolution/@x`, width), equals(`${model}/resolution/@y`, height)]
        : []),
      ...(heads > 0 ? [equals(`${model}/@heads`, heads)] : []),
      ...(memory > 0 ? [equals(`${model}/@vram`, memory * 1024)] : []),
    ];
  },
  cel: (values) => {
    const { width, height, heads, memory } = sizesOf(values);
    const isVirtio = 'd.Model.Type == "virtio"';
    return celChanged('Videos', 'DomainVideo', ['true'], {
      Model: celCopy('DomainVideoModel', 'd.Model', {
        Heads: heads === 0 ? undefined : `${isVirtio} || ${heads} == 1 ? ${heads}u : d.Model.Heads`,
        VRam: memory === 0 ? undefined : `${isVirtio} ? d.Model.VRam : ${memory * 1024}u`,
        Resolution:
          width > 0 && height > 0 ? `DomainVideoResolution{X: ${width}u, Y: ${height}u}` : undefined,
      }),
    });
  },
};
