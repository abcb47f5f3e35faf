import { t } from '../../findings/finding';
import type { Recipe } from '../recipe';
import { CLOUD_INIT_CAVEATS } from './caveats';

export const sshKey: Recipe = {
  id: 'sshKey',
  version: 1,
  title: t('Add SSH keys'),
  does: t('Adds public keys to the metadata from which cloud-init gives them to the default user.'),
  category: 'guest',
  hookPoint: 'preCloudInitIso',
  parameters: [
    {
      name: 'keys',
      label: t('Public keys'),
      help: t('One in a line.'),
      kind: 'text',
      isMultiline: true,
      isRequired: true,
      default:
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMP you@example.com',
      maxLength: 16_384,
      pattern: {
        regExp: /^\s*(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[\w@.-]+ [A-Za-z0-9+/=]+(?: [^\n]*)?$/,
        says: t('Public keys as in an authorized_keys file'),
      },
    },
  ],
  native: {
    when: t(
      'Access credentials of the VM do the same, with the keys in a secret. The guest agent can then change them while the VM runs.',
    ),
    yaml: `spec:
  template:
    spec:
      accessCredentials:
        - sshPublicKey:
            source:
              secret:
                secretName: my-keys
            propagationMethod:
              noCloud: {}
`,
  },
  change: `def change(data):
    for metadata, field in (("NoCloudMetaData", "public-keys"), ("ConfigDriveMetaData", "public_keys")):
        if data.get(metadata):
            keys = data[metadata].get(field) or {}
            for key in lines(PARAMETERS["keys"]):
                if key.strip() not in keys.values():
                    keys["recipe-" + str(len(keys))] = key.strip()
            data[metadata][field] = keys
`,
  caveats: [t('The keys go to the default user of the guest’s image.'), ...CLOUD_INIT_CAVEATS],
  documentation: 'https://cloudinit.readthedocs.io/en/latest/reference/datasources/nocloud.html',
  expectations: () => [],
  cel: { missing: t('A Plugin changes the domain only, not the cloud-init data.') },
};
