/** Hook scripts of the scenarios, for `sh` and commands that KubeVirt's sidecar image and any Linux have. */

/** As in the well-known guide: it works, and shows why `$4` should be quoted. */
export const GUIDE_SCRIPT = `#!/bin/sh
tempFile=\`mktemp --dry-run\`
echo $4 > $tempFile
sed -i "s|<baseBoard></baseBoard>|<baseBoard><entry name='manufacturer'>Radical Edward</entry></baseBoard>|" $tempFile
cat $tempFile
`;

/** Replaces the first match, once; logs a message if nothing matches. */
const substitute = (what: string, pattern: string, replacement: string): string => `#!/bin/sh
# ${what}
set -eu
if ! printf '%s' "$4" | grep -q '${pattern}'; then
  echo "${what}: nothing to change" >&2
  printf '%s\\n' "$4"
  exit 0
fi
printf '%s\\n' "$4" | sed 's|${pattern}|${replacement}|'
`;

export const serialScript = substitute(
  'SMBIOS base board serial for the licence server',
  '<baseBoard></baseBoard>',
  '<baseBoard><entry name="manufacturer">Acme</entry><entry name="serial">ACME-0042</entry></baseBoard>',
);

export const solidStateScript = substitute(
  'Disks as solid state',
  '<target bus="virtio" dev="vda"></target>',
  '<target bus="virtio" dev="vda"></target><iotune><total_iops_sec>1000</total_iops_sec></iotune>',
);

export const memfdScript = substitute(
  'Shared guest memory',
  '<vcpu placement="static">',
  '<memoryBacking><source type="memfd"></source><access mode="shared"></access></memoryBacking><vcpu placement="static">',
);

/** Matches the output of virsh, which differs from the XML that a script gets, so it never matches. */
export const NEVER_MATCHES_SCRIPT = `#!/bin/sh
printf '%s\\n' "$4" | sed "s|<model type='virtio-non-transitional'/>|<model type='e1000e'/>|"
`;

export const USER_SCRIPT = `#!/bin/sh
# Adds an SSH host key rotation to the cloud-init user data
printf '%s' "$4" | sed 's|ssh_pwauth: false|ssh_pwauth: false\\\\nssh_deletekeys: true|'
`;

export const FAILING_SCRIPT = `#!/bin/sh
echo "device vdb is not part of this VM: the data disk is missing" >&2
exit 3
`;

export const CHATTY_SCRIPT = `#!/bin/sh
echo "Starting the CAD profile"
echo "GPU profile written"
`;
