import { t } from '../../findings/finding';
import { textOf } from '../parameter';
import { celDevice, celText } from '../cel';
import type { Recipe } from '../recipe';
import { exists } from '../xpath';

export const sound: Recipe = {
  id: 'sound',
  version: 1,
  title: t('Sound card that KubeVirt does not offer'),
  does: t('Adds a sound card that the guest has a driver for.'),
  category: 'guest',
  hookPoint: 'onDefineDomain',
  parameters: [
    {
      name: 'model',
      label: t('Model'),
      kind: 'choice',
      default: 'ich6',
      options: [
        { value: 'ich6', label: 'ich6' },
        { value: 'es1370', label: 'es1370' },
        { value: 'sb16', label: 'sb16' },
      ],
    },
  ],
  native: {
    when: t('The models ich9 and ac97 are a field of the VM.'),
    yaml: `spec:
  template:
    spec:
      domain:
        devices:
          sound:
            name: sound
            model: ich9
`,
  },
  change: `def change(domain):
    card = child(child(domain, "devices"), "sound", model=PARAMETERS["model"])
    child(card, "alias").set("name", "ua-sound")
`,
  caveats: [t('The sound is heard nowhere: VNC consoles of KubeVirt do not carry it.')],
  documentation: 'https://libvirt.org/formatdomain.html#sound-devices',
  expectations: (values) => [exists(`/domain/devices/sound[@model="${textOf(values, 'model')}"]`)],
  guestCommand: 'cat /proc/asound/cards',
  cel: (values) => {
    const model = celText(textOf(values, 'model'));
    return celDevice(
      'Sounds',
      `d.Model == ${model}`,
      `DomainSound{Model: ${model}, Alias: DomainAlias{Name: "ua-sound"}}`,
    );
  },
};
