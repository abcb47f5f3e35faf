import type { HookPoint } from '../annotation/hookPoint';

/** Reads the arguments by flag; both scripts start with it. */
const readFlag = (flag: string, variable: string): string => `set -eu

${variable}=
while [ "$#" -gt 0 ]; do
  case "$1" in
    ${flag}) ${variable}=$2; shift 2 ;;
    --vmi) shift 2 ;;
    *) shift ;;
  esac
done
`;

/*
 * The shell's own pattern matching instead of sed: no temporary file, and no character of the text is special.
 */
const onDefineDomain = `#!/bin/sh
# Sets the baseboard manufacturer that the guest reads from SMBIOS.
#
# KubeVirt runs: onDefineDomain --vmi <VMI as JSON> --domain <domain XML>
# What is printed becomes the domain XML; messages go to stderr. The script runs two or three times per start and
# may meet its own result again, so it must not change what it has changed already.
${readFlag('--domain', 'domain')}
manufacturer='Radical Edward'
empty='<baseBoard></baseBoard>'

case "$domain" in
  *"$empty"*)
    printf '%s<baseBoard><entry name="manufacturer">%s</entry></baseBoard>%s\\n' \\
      "\${domain%%"$empty"*}" "$manufacturer" "\${domain#*"$empty"}"
    ;;
  *"$manufacturer"*)
    printf '%s\\n' "$domain"
    ;;
  *)
    echo 'No empty baseBoard element found: the domain XML is left as it is.' >&2
    printf '%s\\n' "$domain"
    ;;
esac
`;

const preCloudInitIso = `#!/bin/sh
# Adds a line to the cloud-init user data.
#
# KubeVirt runs: preCloudInitIso --vmi <VMI as JSON> --cloud-init <cloud-init data as JSON>
# What is printed becomes the cloud-init data; all of it must be printed again. Messages go to stderr.
${readFlag('--cloud-init', 'data')}
# As they stand in JSON: a line break is the two characters \\n.
start='"UserData":"#cloud-config\\n'
line='final_message: Prepared by a hook sidecar\\n'

case "$data" in
  *final_message:*)
    printf '%s\\n' "$data"
    ;;
  *"$start"*)
    printf '%s%s%s%s\\n' "\${data%%"$start"*}" "$start" "$line" "\${data#*"$start"}"
    ;;
  *)
    echo 'The user data is no cloud-config: the cloud-init data is left as it is.' >&2
    printf '%s\\n' "$data"
    ;;
esac
`;

export const SH_TEMPLATES: Record<HookPoint, string> = { onDefineDomain, preCloudInitIso };
