/** Scripts that add to the domain at every call, or without what KubeVirt needs. */
import { describe, expect, it } from 'vitest';
import { checkScript } from './runScriptChecks';
import { changing, edit, idsOf, py, sh, SOUND, source } from './scriptFixtures';

describe('a script that adds twice', () => {
  it.each<[string, string, string, { what: string; call: number }]>([
    ['a device', 'v1.7.0', changing(`ET.SubElement(d, 'sound')`), { what: 'sound', call: 2 }],
    [
      'a device',
      'v1.7.0',
      changing(`root.find('devices').append(ET.fromstring('<watchdog model="i6300esb"/>'))`),
      { what: 'watchdog', call: 2 },
    ],
    [
      'a device',
      'v1.7.0',
      changing(`for x in root.iter('devices'):\n    pass\nTAG = 'sound'\nET.SubElement(d, TAG)`),
      { what: 'sound', call: 2 },
    ],
    [
      'a controller that is not for USB',
      'v1.7.0',
      changing(`ET.SubElement(d, 'controller', {'type': 'scsi', 'model': 'virtio-scsi'})`),
      { what: 'controller', call: 2 },
    ],
    [
      'a device by minidom',
      'v1.7.0',
      py(
        `import sys\nfrom xml.dom import minidom\ndom = minidom.parseString(sys.argv[4])\ns = dom.createElement("sound")\ndom.getElementsByTagName("devices")[0].appendChild(s)\nprint(dom.toxml())`,
      ),
      { what: 'sound', call: 2 },
    ],
    [
      'in a function that always runs',
      'v1.7.0',
      changing(`def main():\n    ET.SubElement(d, 'sound')\nif __name__ == '__main__':\n    main()`),
      { what: 'sound', call: 2 },
    ],
    [
      'a text in a variable',
      'v1.7.0',
      py(
        `import sys\nnew = '<sound model="ich6"></sound>'\nprint(sys.argv[4].replace('</devices>', new + '</devices>'))`,
      ),
      { what: 'sound', call: 2 },
    ],
    [
      'an f-string',
      'v1.7.0',
      py(
        `import sys\nm = 'ich6'\nnew = f'<sound model="{m}"></sound>'\nprint(sys.argv[4].replace('</devices>', f'{new}</devices>'))`,
      ),
      { what: 'sound', call: 2 },
    ],
    [
      're.sub',
      'v1.7.0',
      py(`import re, sys\nprint(re.sub('</devices>', '<sound></sound></devices>', sys.argv[4]))`),
      { what: 'sound', call: 2 },
    ],
    [
      'a child of a device',
      'v1.7.0',
      edit('s|<disk device="disk">|&<serial>x</serial>|'),
      { what: 'serial', call: 2 },
    ],
    [
      'a text in a variable',
      'v1.7.0',
      sh(`new='<sound model="ich6"></sound>'\nprintf '%s' "$4" | sed "s|</devices>|$new</devices>|"`),
      { what: 'sound', call: 2 },
    ],
    [
      'a text in a variable',
      'v1.7.0',
      `#!/bin/bash\nnew='<sound></sound>'\nxml=$4\nprintf '%s' "\${xml/<\\/devices>/$new<\\/devices>}"\n`,
      { what: 'sound', call: 2 },
    ],
    [
      'a function',
      'v1.7.0',
      sh(`add() { printf '%s' "$1" | ${SOUND}; }\nadd "$4"`),
      { what: 'sound', call: 2 },
    ],
    [
      'awk',
      'v1.7.0',
      sh(`printf '%s' "$4" | awk '{ gsub(/<\\/devices>/, "<sound></sound></devices>"); print }'`),
      { what: 'sound', call: 2 },
    ],
    ['a line before', 'v1.7.0', edit('/<\\/devices>/i <sound></sound>'), { what: 'sound', call: 2 }],
    [
      'SMBIOS',
      'v1.8.4',
      changing(`ET.SubElement(root.find("./sysinfo/baseBoard"), "entry", {"name": "x"})`),
      { what: 'entry', call: 3 },
    ],
    [
      'an interface',
      'v1.8.4',
      edit('s|</devices>|<interface type="user"><alias name="ua-x"></alias></interface></devices>|'),
      { what: 'interface', call: 3 },
    ],
    [
      'QEMU arguments',
      'v1.10.0',
      changing(
        `NS = 'http://libvirt.org/schemas/domain/qemu/1.0'\nc = ET.SubElement(root, '{' + NS + '}commandline')`,
      ),
      { what: 'qemu:commandline', call: 3 },
    ],
  ])('%s (%s)', (_name, version, text, params) => {
    expect(checkScript(source(text, { kubevirtVersion: version }))).toMatchObject([
      { id: 'appendUnguarded', params, severity: params.call === 2 ? 'warning' : 'advice' },
    ]);
  });
});

it.each(['disk', 'interface', 'hostdev'])('tells of a %s without an alias', (device) => {
  const text = changing(`if d.find('x') is None:\n    ET.SubElement(d, '${device}')`);
  expect(idsOf(text)).toEqual(['deviceAliasMissing']);
});

it.each([
  changing(`if d.find('sound') is not None:\n    sys.exit(1)\nET.SubElement(d, 'sound')`),
  changing(`if d.find('sound') is not None:\n    raise ValueError('there')\nET.SubElement(d, 'sound')`),
  changing(`if "<watchdog" in sys.argv[4]:\n    sys.exit('there')\nET.SubElement(d, 'watchdog')`),
  sh(`printf '%s' "$4" | grep -q '<sound' && exit 1\nprintf '%s' "$4" | ${SOUND}`),
  sh(`if printf '%s' "$4" | grep -q '<sound'; then exit 3; fi\nprintf '%s' "$4" | ${SOUND}`),
  sh(`case "$4" in *'<sound'*) exit 1 ;; esac\nprintf '%s' "$4" | ${SOUND}`),
])('tells of a script that fails on its own result: %j', (text) => {
  expect(idsOf(text)).toEqual(['failsOnOwnResult']);
});

it.each([
  changing(`if d.find('sound') is None:\n    sys.exit(1)\nelse:\n    d.find('sound').set('model', 'ich6')`),
  changing(
    `if d.find('disk') is not None:\n    sys.exit(1)\nif d.find('sound') is None:\n    ET.SubElement(d, 'sound')`,
  ),
  changing(`if not d.findall('sound'):\n    ET.SubElement(d, 'sound')\nelif d is None:\n    sys.exit(1)`),
  sh(
    `printf '%s' "$4" | grep -q '<devices>' || exit 1\nprintf '%s' "$4" | sed '/<sound/!s|</devices>|<sound></sound></devices>|'`,
  ),
  sh(`printf '%s' "$4" | grep -q '<sound' && { printf '%s' "$4"; exit 0; }\nprintf '%s' "$4" | ${SOUND}`),
  // QEMU arguments are lost between the calls.
  sh(
    `printf '%s' "$4" | grep -q 'qemu:commandline' && exit 1\nprintf '%s' "$4" | sed 's|</domain>|<qemu:commandline></qemu:commandline></domain>|'`,
  ),
])('does not tell that of %j', (text) => {
  expect(idsOf(text)).toEqual([]);
});
