/** Texts that scripts look for in their input: which are found there, and which only in what virsh prints. */
import { describe, expect, it } from 'vitest';
import { checkScript } from './runScriptChecks';
import { changing, edit, found, idsOf, py, sh, source } from './scriptFixtures';

const bash = (body: string): string => `#!/bin/bash\n${body}\n`;
const text = (body: string): string => py(`import re, sys\nxml = sys.argv[4]\n${body}\nprint(xml)`);

describe('what is never found', () => {
  it.each<[string, string]>([
    ["bus='scsi'", sh(`printf '%s' "$4" | sed "s/bus='scsi'/bus='ide'/g"`)],
    ["type='virtio'", sh(`printf '%s' "$4" | sed -e "s/type='virtio'/type='e1000'/"`)],
    [
      "cache='none'",
      sh(`f=$(mktemp); printf '%s' "$4" > "$f"; sed -i "s/cache='none'/cache='unsafe'/" "$f"; cat "$f"`),
    ],
    ["bus='scsi'", bash(`printf '%s\\n' "\${4//bus=\\'scsi\\'/bus=\\"ide\\"}"`)],
    ["device='cdrom'", bash(`if [[ $4 == *"device='cdrom'"* ]]; then echo cdrom >&2; fi; printf '%s' "$4"`)],
    ["model='e1000'", bash(`[[ $4 =~ "model='e1000'" ]] && echo yes >&2; printf '%s' "$4"`)],
    ["dev='vda'", sh(`printf '%s' "$4" | grep -q "dev='vda'" || echo none >&2; printf '%s' "$4"`)],
    ["dev='vda'", sh(`case "$4" in *"dev='vda'"*) echo vda >&2 ;; esac; printf '%s' "$4"`)],
    ["bus='scsi'", sh(`printf '%s' "$4" | awk "{ gsub(/bus='scsi'/, \\"bus='ide'\\"); print }"`)],
    ["bus='scsi'", text(`xml = xml.replace("bus='scsi'", "bus='ide'")`)],
    ["bus='scsi'", text(`if "bus='scsi'" in xml:\n    xml = xml.lower()`)],
    ["bus='scsi'", text(`if "bus='scsi'" not in xml:\n    print("none", file=sys.stderr)`)],
    ["bus='scsi'", text(`xml = re.sub(r"bus='scsi'", "bus='ide'", xml)`)],
    ["dev='sda' bus='scsi'", text(`xml = re.sub("dev='sda' bus='scsi'", 'dev="sda" bus="ide"', xml)`)],
    ["bus='scsi'", text(`at = xml.find("bus='scsi'")\nprint(at, file=sys.stderr)`)],
    ["<disk type='file'", text(`parts = xml.split("<disk type='file'")\nprint(len(parts), file=sys.stderr)`)],
    ['<baseBoard/>', text(`xml = xml.replace("<baseBoard/>", "<baseBoard></baseBoard>")`)],
    ['<acpi/>', edit('s|<acpi/>||')],
  ])('%s in %j', (written, script) => {
    expect(found('dumpxmlStyleMatch', script)).toMatchObject([
      { severity: 'warning', params: { text: written } },
    ]);
  });
});

describe('a script that must be left alone', () => {
  it.each<[string, string]>([
    ['double quotes', edit('s/bus="scsi"/bus="ide"/g')],
    ['both quotes', sh(`printf '%s' "$4" | sed -E "s/bus=['\\"]scsi['\\"]/bus=\\"ide\\"/"`)],
    ['any character', sh(`printf '%s' "$4" | sed -E "s/bus=.scsi./bus=\\"ide\\"/"`)],
    [
      'single quotes written only',
      sh(
        `printf '%s' "$4" | sed "s|<baseBoard></baseBoard>|<baseBoard><entry name='a'>b</entry></baseBoard>|"`,
      ),
    ],
    [
      'what an edit before wrote',
      sh(`printf '%s' "$4" | sed -e "s/bus=\\"scsi\\"/bus='sata'/" -e "s/bus='sata'/bus='ide'/"`),
    ],
    ['a file of the image', sh(`grep -q "ID='centos'" /etc/os-release && echo centos >&2; printf '%s' "$4"`)],
    ['a choice of a pattern', sh(`printf '%s' "$4" | sed -E 's#<acpi(/>|></acpi>)##'`)],
    ['XPath', changing(`root.find("./sysinfo[@type='smbios']")`)],
    [
      'XPath of a child',
      changing(`for x in d.findall("disk[target='vda']"):\n    print(x, file=sys.stderr)`),
    ],
    ['XPath in two steps', changing(`root.findall(".//disk[@device='disk']/target[@bus='scsi']")`)],
    ['both quotes', text(`xml = re.sub(r"""bus=['"]scsi['"]""", 'bus="ide"', xml)`)],
    ['a group', text(`xml = re.sub(r"bus=('|\\")scsi\\1", 'bus="ide"', xml)`)],
    [
      'what was written before',
      text(`xml = xml.replace('bus="scsi"', "bus='sata'").replace("bus='sata'", "bus='ide'")`),
    ],
    ['a comparison', text(`for name in ("a='b'",):\n    print(name, file=sys.stderr)`)],
  ])('%s: %j', (_name, script) => {
    expect(idsOf(script)).toEqual([]);
  });

  it('changes cloud-init data, which is JSON', () => {
    const script = sh(`printf '%s' "$4" | sed "s/tty='a'/tty='b'/"`);
    expect(idsOf(script, { hookPoint: 'preCloudInitIso' })).toEqual([]);
  });
});

const QEMU = 'http://libvirt.org/schemas/domain/qemu/1.0';

it.each<[string]>([
  [
    sh(
      `xml=$4\nprintf '%s' "$xml" | grep -q xmlns:qemu || xml=$(printf '%s' "$xml" | sed "s|<domain type='kvm'>|<domain type='kvm' xmlns:qemu='${QEMU}'>|")\nprintf '%s' "$xml"`,
    ),
  ],
  [
    sh(
      `xml=$4\nif ! printf '%s' "$xml" | grep -q xmlns:qemu; then xml=$(printf '%s' "$xml" | sed "s|<domain type='kvm'>|<domain type='kvm' xmlns:qemu='${QEMU}'>|"); fi\nprintf '%s' "$xml"`,
    ),
  ],
  [
    bash(
      `xml=$4\nif [[ "$xml" != *xmlns:qemu* ]]; then xml=$(sed "s|<domain type='kvm'>|<domain type='kvm' xmlns:qemu='${QEMU}'>|" <<< "$xml"); fi\nprintf '%s' "$xml"`,
    ),
  ],
  [
    text(
      `if "xmlns:qemu" not in xml:\n    xml = xml.replace("<domain type='kvm'>", "<domain type='kvm' xmlns:qemu='${QEMU}'>")`,
    ),
  ],
  [
    text(
      `if not "${QEMU}" in xml:\n    xml = xml.replace("<domain type='kvm'>", "<domain type='kvm' xmlns:qemu='${QEMU}'>")`,
    ),
  ],
  [
    text(
      `xml = xml if "xmlns:qemu" in xml else xml.replace("<domain type='kvm'>", "<domain type='kvm' xmlns:qemu='${QEMU}'>")`,
    ),
  ],
])('a branch for an input without xmlns:qemu is only a note before KubeVirt 1.8: %j', (script) => {
  const params = { text: "<domain type='kvm'>" };
  expect(checkScript(source(script, { kubevirtVersion: 'v1.7.0' }))).toMatchObject([
    { id: 'dumpxmlStyleMatch', severity: 'advice', params: { ...params, branch: 'xmlns:qemu' } },
  ]);
  for (const kubevirtVersion of ['v1.8.4', 'v1.9.0', undefined]) {
    expect(checkScript(source(script, { kubevirtVersion }))).toEqual([
      expect.objectContaining({ id: 'dumpxmlStyleMatch', severity: 'warning', params }),
    ]);
  }
});

it('but a branch for an input with xmlns:qemu runs', () => {
  const script = text(`if "xmlns:qemu" in xml:\n    xml = xml.replace("type='kvm'", "type='qemu'")`);
  expect(checkScript(source(script))).toMatchObject([{ id: 'dumpxmlStyleMatch', severity: 'warning' }]);
});
