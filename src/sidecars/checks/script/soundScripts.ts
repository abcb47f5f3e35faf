import { HOOK_POINTS, type HookPoint } from '../../annotation/hookPoint';
import { SCRIPT_LANGUAGES, scriptTemplate } from '../../scripts/templates';

/** Scripts that no check may find anything in: for tests. */
export interface SoundScript {
  name: string;
  hookPoint: HookPoint;
  text: string;
}

const sh = (name: string, body: string, hookPoint: HookPoint = 'onDefineDomain'): SoundScript => ({
  name,
  hookPoint,
  text: `#!/bin/sh\n${body}`,
});
const bash = (name: string, body: string): SoundScript => ({
  name,
  hookPoint: 'onDefineDomain',
  text: `#!/usr/bin/env bash\nset -euo pipefail\n${body}`,
});
const python = (name: string, body: string, hookPoint: HookPoint = 'onDefineDomain'): SoundScript => ({
  name,
  hookPoint,
  text: `#!/usr/bin/env python3\n${body}`,
});

const READ_DOMAIN = `import argparse
import sys
import xml.etree.ElementTree as ET

parser = argparse.ArgumentParser()
parser.add_argument("--vmi")
parser.add_argument("--domain")
args, _ = parser.parse_known_args()
root = ET.fromstring(args.domain)
`;

const templates = SCRIPT_LANGUAGES.flatMap((language) =>
  HOOK_POINTS.map((hookPoint) => ({
    name: `template ${language} ${hookPoint}`,
    hookPoint,
    text: scriptTemplate(language, hookPoint).text,
  })),
);

export const SOUND_SCRIPTS: readonly SoundScript[] = [
  ...templates,
  sh('pass-through', `printf '%s\\n' "$4"\n`),
  sh(
    'inspect',
    `dir=$(mktemp -d)\nprintf '%s' "$2" > "$dir/vmi.json"\nprintf '%s' "$4" > "$dir/domain.xml"\ncat "$dir/domain.xml"\n`,
  ),
  sh(
    'sed that finds nothing the second time',
    `printf '%s\\n' "$4" | sed 's|<baseBoard></baseBoard>|<baseBoard><entry name="manufacturer">X</entry></baseBoard>|'\n`,
  ),
  sh(
    'sed in a file, with awk',
    `set -eu
file=$(mktemp)
trap 'rm -f "$file"' EXIT
printf '%s' "$4" > "$file"
sed -i -e 's/cache="none"/cache="directsync"/g' "$file"
awk '{ print }' "$file"
`,
  ),
  sh(
    'guarded append',
    `xml="$4"
if printf '%s' "$xml" | grep -q 'ua-clipboard'; then
  printf '%s\\n' "$xml"
  exit 0
fi
printf '%s\\n' "$xml" | sed 's|</devices>|<channel type="qemu-vdagent"><alias name="ua-clipboard"></alias></channel></devices>|'
`,
  ),
  sh(
    'functions and here document',
    `log() { echo "hook: $1" >&2; }
usage() {
  cat <<'EOF' >&2
usage: onDefineDomain --vmi JSON --domain XML
EOF
}
[ "$#" -ge 4 ] || { usage; exit 1; }
log "started with $# arguments"
printf '%s\\n' "\${4}"
`,
  ),
  sh(
    'asks for a program first',
    `if command -v xmllint >/dev/null 2>&1; then
  printf '%s' "$4" | xmllint --format -
else
  printf '%s\\n' "$4"
fi
`,
  ),
  sh(
    'python from shell',
    `exec python3 - "$@" <<'EOF'
import sys
domain = sys.argv[sys.argv.index("--domain") + 1]
print(domain)
EOF
`,
  ),
  bash(
    'flags and pattern replacement',
    `domain=""
while (($#)); do
  case "$1" in
    --domain) domain="$2"; shift 2 ;;
    --domain=*) domain="\${1#*=}"; shift ;;
    *) shift ;;
  esac
done
readonly domain
if [[ "$domain" != *'cache="none"'* ]]; then
  echo "nothing to change" >&2
fi
printf '%s\\n' "\${domain//cache=\\"none\\"/cache=\\"writeback\\"}"
`,
  ),
  bash(
    'both quotes in the pattern',
    `printf '%s' "$4" | sed -E "s/<domain type=['\\"]kvm['\\"]/<domain type=\\"qemu\\"/"\n`,
  ),
  bash(
    'arrays and arithmetic',
    `declare -a lines
mapfile -t lines <<< "$4"
count=$(( \${#lines[@]} + 0 ))
echo "read $count lines" >&2
printf '%s\\n' "\${lines[@]}"
`,
  ),
  sh(
    'user data',
    `printf '%s\\n' "$4" | sed 's/#cloud-config\\\\n/#cloud-config\\\\nmanage_etc_hosts: true\\\\n/'\n`,
    'preCloudInitIso',
  ),
  python(
    'sets an attribute',
    `${READ_DOMAIN}
for driver in root.findall("./devices/disk/driver"):
    driver.set("cache", "directsync")
print(ET.tostring(root, encoding="unicode"))
`,
  ),
  python(
    'guarded element',
    `${READ_DOMAIN}
devices = root.find("devices")
if devices is not None and devices.find("./watchdog") is None:
    watchdog = ET.SubElement(devices, "watchdog", {"model": "i6300esb", "action": "reset"})
    ET.SubElement(watchdog, "alias", {"name": "ua-watchdog"})
sys.stdout.write(ET.tostring(root, encoding="unicode"))
`,
  ),
  python(
    'qemu arguments, with an early return',
    `${READ_DOMAIN}
QEMU = "http://libvirt.org/schemas/domain/qemu/1.0"
ET.register_namespace("qemu", QEMU)


def add(domain, *values):
    line = domain.find(f"{{{QEMU}}}commandline")
    if line is not None:
        return
    line = ET.SubElement(domain, f"{{{QEMU}}}commandline")
    for value in values:
        ET.SubElement(line, f"{{{QEMU}}}arg", {"value": value})


add(root, "-fw_cfg", "name=opt/ovmf/X-PciMmio64Mb,string=65536")
print(ET.tostring(root, encoding="unicode"))
`,
  ),
  python(
    'minidom, by position',
    `"""It's a "quoted" docstring: (brackets [ do not count."""
import sys
from xml.dom import minidom

def main():
    dom = minidom.parseString(sys.argv[4])
    for target in dom.getElementsByTagName("target"):
        if target.getAttribute("bus") == "scsi":
            target.setAttribute("rotation_rate", "1")
    print(dom.documentElement.toxml())

if __name__ == '__main__':
    main()
`,
  ),
  python(
    'optional packages',
    `import json, sys
try:
    import yaml
except ImportError:
    yaml = None

data = json.loads(sys.argv[4])
if yaml is None:
    print("no yaml", file=sys.stderr)
data["UserData"] = data.get("UserData", "") or "#cloud-config"
json.dump(data, sys.stdout)
`,
    'preCloudInitIso',
  ),
  python(
    'replaces its own element',
    `${READ_DOMAIN}
vmi_name = root.find("name").text
for old in root.findall("sysinfo"):
    root.remove(old)
info = ET.Element("sysinfo", {"type": "smbios"})
ET.SubElement(info, "baseBoard")
root.append(info)
print(
    ET.tostring(
        root,
        encoding="unicode",
    ),
)
print(f"changed {vmi_name!r} {'x' if root else 'y'}", file=sys.stderr)
`,
  ),
];
