import type { HookPoint } from '../annotation/hookPoint';

/*
 * Only what KubeVirt's image has: python3 and its standard library. ElementTree invents prefixes for namespaces that
 * are not registered, and libvirt knows its own by prefix-independent names only, but later scripts may not.
 */
const onDefineDomain = `#!/usr/bin/env python3
"""Sets the baseboard manufacturer that the guest reads from SMBIOS.

KubeVirt runs: onDefineDomain --vmi <VMI as JSON> --domain <domain XML>
What is printed becomes the domain XML; messages go to stderr. The script runs two or three times per start and may
meet its own result again, so it must not change what it has changed already.
"""
import argparse
import sys
import xml.etree.ElementTree as ET

MANUFACTURER = "Radical Edward"

ET.register_namespace("qemu", "http://libvirt.org/schemas/domain/qemu/1.0")
ET.register_namespace("kubevirt", "http://kubevirt.io")


def change(domain):
    board = domain.find("./sysinfo[@type='smbios']/baseBoard")
    if board is None:
        print("No baseBoard element found: the domain XML is left as it is.", file=sys.stderr)
        return False
    entry = board.find("entry[@name='manufacturer']")
    if entry is None:
        entry = ET.SubElement(board, "entry", {"name": "manufacturer"})
    if entry.text == MANUFACTURER:
        return False
    entry.text = MANUFACTURER
    return True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vmi")
    parser.add_argument("--domain", required=True)
    arguments, _ = parser.parse_known_args()
    domain = ET.fromstring(arguments.domain)
    changed = change(domain)
    print(ET.tostring(domain, encoding="unicode") if changed else arguments.domain)


if __name__ == "__main__":
    main()
`;

const preCloudInitIso = `#!/usr/bin/env python3
"""Adds a line to the cloud-init user data.

KubeVirt runs: preCloudInitIso --vmi <VMI as JSON> --cloud-init <cloud-init data as JSON>
What is printed becomes the cloud-init data; all of it must be printed again. Messages go to stderr.
"""
import argparse
import json
import sys

LINE = "final_message: Prepared by a hook sidecar"


def change(data):
    user_data = data.get("UserData") or ""
    if "final_message:" in user_data:
        return False
    first, _, rest = user_data.partition("\\n")
    if first.strip() != "#cloud-config":
        print("The user data is no cloud-config: the cloud-init data is left as it is.", file=sys.stderr)
        return False
    data["UserData"] = "\\n".join([first, LINE, rest])
    return True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vmi")
    parser.add_argument("--cloud-init", required=True)
    arguments, _ = parser.parse_known_args()
    data = json.loads(arguments.cloud_init)
    print(json.dumps(data) if change(data) else arguments.cloud_init)


if __name__ == "__main__":
    main()
`;

export const PYTHON_TEMPLATES: Record<HookPoint, string> = { onDefineDomain, preCloudInitIso };
