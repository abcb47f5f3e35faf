import { t } from '../../findings/finding';
import type { Recipe } from '../recipe';
import { CLOUD_INIT_CAVEATS } from './caveats';

export const networkData: Recipe = {
  id: 'networkData',
  version: 1,
  title: t('Replace the network configuration'),
  does: t('Gives cloud-init another network configuration than the VM has.'),
  category: 'network',
  hookPoint: 'preCloudInitIso',
  parameters: [
    {
      name: 'networkData',
      label: t('Network configuration'),
      help: t('In the format of cloud-init’s network configuration, version 1 or 2.'),
      kind: 'text',
      isMultiline: true,
      isRequired: true,
      default: `version: 2
ethernets:
  enp1s0:
    dhcp4: true
`,
      maxLength: 16_384,
    },
  ],
  native: {
    when: t('If it is the same for each start, it is a field of the cloud-init volume.'),
    yaml: `spec:
  template:
    spec:
      volumes:
        - name: cloudinit
          cloudInitNoCloud:
            networkData: |
              version: 2
              ethernets:
                enp1s0:
                  dhcp4: true
`,
  },
  change: `def change(data):
    data["NetworkData"] = PARAMETERS["networkData"]
`,
  caveats: [
    t('cloud-init configures the network only at the first start of a guest.'),
    ...CLOUD_INIT_CAVEATS,
  ],
  documentation: 'https://cloudinit.readthedocs.io/en/latest/reference/network-config.html',
  expectations: () => [],
  cel: { missing: t('A Plugin changes the domain only, not the cloud-init data.') },
};
