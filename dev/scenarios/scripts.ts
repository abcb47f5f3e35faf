/** Hook scripts of the scenarios. All are for `sh` with what KubeVirt's sidecar image and any Linux have. */

/** As users of the well-known guide have it: it works, and shows why `$4` should be quoted. */
export const guideScript = `#!/bin/sh
tempFile=\`mktemp --dry-run\`
echo $4 > $tempFile
sed -i "s|<baseBoard></baseBoard>|<baseBoard><entry name='manufacturer'>Radical Edward</entry></baseBoard>|" $tempFile
cat $tempFile
`;

/** Replaces the first line that matches, once; reports to the log when there is nothing to replace. */
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

/** Written against what virsh prints, so that it never matches what a script is given. */
export const neverMatchesScript = `#!/bin/sh
printf '%s\\n' "$4" | sed "s|<model type='virtio-non-transitional'/>|<model type='e1000e'/>|"
`;

export const userScript = `#!/bin/sh
# Adds an SSH host key rotation to the cloud-init user data
printf '%s' "$4" | sed 's|ssh_pwauth: false|ssh_pwauth: false\\\\nssh_deletekeys: true|'
`;

export const failingScript = `#!/bin/sh
echo "device vdb is not part of this VM: the data disk is missing" >&2
exit 3
`;

export const chattyScript = `#!/bin/sh
echo "Starting the CAD profile"
echo "GPU profile written"
`;
