/** Scripts that add to the domain as people write them, and are sound. */
import { describe, expect, it } from 'vitest';
import { changing, edit, idsOf, sh, SOUND } from './scriptFixtures';

describe('a script that must be left alone', () => {
  it.each<[string, string, string]>([
    ['looks in one line', 'v1.9.0', changing(`if d.find('sound') is None: d.append(ET.Element('sound'))`)],
    [
      'looks in one line',
      'v1.9.0',
      changing(`e = ET.Element('sound')\nif d.find('sound') is None: d.append(e)`),
    ],
    ['or', 'v1.9.0', changing(`any(s.get('model') == 'ich6' for s in d) or ET.SubElement(d, 'sound')`)],
    [
      'any',
      'v1.9.0',
      changing(`has = any(s.tag == 'sound' for s in d)\nif not has:\n    ET.SubElement(d, 'sound')`),
    ],
    ['count', 'v1.9.0', changing(`if len(d.findall('sound')) == 0:\n    ET.SubElement(d, 'sound')`)],
    [
      'try',
      'v1.9.0',
      changing(`try:\n    d.find('sound').tag\nexcept AttributeError:\n    ET.SubElement(d, 'sound')`),
    ],
    [
      'early return',
      'v1.9.0',
      changing(
        `def add(x):\n    if x.find("sound") is not None: return\n    ET.SubElement(x, "sound")\nadd(d)`,
      ),
    ],
    [
      'early exit',
      'v1.9.0',
      changing(
        `if d.find("sound") is not None:\n    print(sys.argv[4])\n    sys.exit(0)\nET.SubElement(d, "sound")`,
      ),
    ],
    [
      'helper',
      'v1.9.0',
      changing(
        `def ensure(p, t):\n    e = p.find(t)\n    if e is None:\n        e = ET.SubElement(p, t)\n    return e\nensure(d, 'sound').set('model', 'ich6')`,
      ),
    ],
    [
      'helper',
      'v1.9.0',
      changing(
        `def get(p, t):\n    e = p.find(t)\n    return e if e is not None else ET.SubElement(p, t)\nget(d, 'sound')`,
      ),
    ],
    [
      'helper that asks',
      'v1.9.0',
      changing(
        `def has(p, t):\n    return p.find(t) is not None\ndef add(p):\n    ET.SubElement(p, 'sound')\nif not has(d, 'sound'):\n    add(d)`,
      ),
    ],
    [
      'list',
      'v1.9.0',
      changing(`new = []\nnew.append(ET.Element('sound'))\nif d.find('sound') is None:\n    d.extend(new)`),
    ],
    [
      'grep ||',
      'v1.9.0',
      sh(
        `printf '%s' "$4" > /tmp/x\ngrep -q ich6 /tmp/x || ${SOUND.replace('sed', 'sed -i')} /tmp/x\ncat /tmp/x`,
      ),
    ],
    [
      'grep && exit',
      'v1.9.0',
      sh(`printf '%s' "$4" | grep -q ich6 && { printf '%s' "$4"; exit 0; }\nprintf '%s' "$4" | ${SOUND}`),
    ],
    [
      'if ! grep',
      'v1.9.0',
      sh(`if ! printf '%s' "$4" | grep -q ich6; then printf '%s' "$4" | ${SOUND}; else printf '%s' "$4"; fi`),
    ],
    ['case', 'v1.9.0', sh(`case "$4" in *ich6*) printf '%s' "$4" ;; *) printf '%s' "$4" | ${SOUND} ;; esac`)],
    [
      'function that asks',
      'v1.9.0',
      sh(
        `has() { printf '%s' "$4" | grep -q ich6; }\nxml=$4\nhas "$@" || xml=$(printf '%s' "$4" | ${SOUND})\nprintf '%s\\n' "$xml"`,
      ),
    ],
    [
      '[[ ]]',
      'v1.9.0',
      `#!/bin/bash\nx=$4\n[[ $x == *ich6* ]] || x=\${x/<\\/devices>/<sound><\\/sound><\\/devices>}\nprintf '%s' "$x"\n`,
    ],
    ['negated address', 'v1.9.0', edit('/ich6/!s|</devices>|<sound model="ich6"></sound></devices>|')],
    // What the next call does not get.
    [
      'lost: iotune',
      'v1.9.0',
      changing(
        `for disk in d.findall("disk"):\n    t = ET.SubElement(disk, "iotune")\n    ET.SubElement(t, "total_iops_sec").text = "5"`,
      ),
    ],
    ['lost: wwn', 'v1.9.0', edit('s|<shareable></shareable>|&<wwn>5000c500155a3456</wwn>|')],
    ['lost: shmem', 'v1.9.0', edit('s|</devices>|<shmem name="s0"></shmem></devices>|')],
    [
      'lost: rom',
      'v1.9.0',
      changing(`for h in d.findall("hostdev"):\n    ET.SubElement(h, "rom", {"bar": "on"})`),
    ],
    [
      'lost: cpu cache',
      'v1.9.0',
      changing(`ET.SubElement(root.find("cpu"), "cache", {"mode": "passthrough"})`),
    ],
    [
      'lost: OEM strings',
      'v1.9.0',
      edit('s|</sysinfo>|<oemStrings><entry>k=v</entry></oemStrings></sysinfo>|'),
    ],
    [
      'lost: QEMU arguments',
      'v1.9.0',
      changing(
        `NS = 'http://libvirt.org/schemas/domain/qemu/1.0'\nc = ET.SubElement(root, '{' + NS + '}commandline')\nET.SubElement(c, '{' + NS + '}arg', {'value': '-s'})`,
      ),
    ],
    [
      'lost: QEMU arguments',
      'v1.9.0',
      edit('s|</domain>|<qemu:commandline><qemu:arg value="-s"></qemu:arg></qemu:commandline></domain>|'),
    ],
    [
      'anew: baseBoard',
      'v1.7.0',
      changing(`ET.SubElement(root.find("./sysinfo/baseBoard"), "entry", {"name": "x"})`),
    ],
    ['anew: boot menu', 'v1.7.0', edit('s|</os>|<bootmenu enable="yes"></bootmenu></os>|')],
    [
      'anew: memory',
      'v1.7.0',
      changing(`ET.SubElement(ET.SubElement(root, "memoryBacking"), "source", {"type": "memfd"})`),
    ],
    [
      'anew: interface',
      'v1.7.0',
      changing(`for i in d.findall("interface"):\n    ET.SubElement(i, "boot", {"order": "1"})`),
    ],
    // libvirt refuses it where KubeVirt has disabled USB.
    [
      'a USB controller',
      'v1.9.0',
      changing(`ET.SubElement(d, 'controller', {'type': 'usb', 'model': 'none'})`),
    ],
    [
      'a USB controller',
      'v1.9.0',
      edit('s|</devices>|<controller type="usb" model="qemu-xhci"></controller></devices>|'),
    ],
    ['nowhere', 'v1.9.0', changing(`ET.SubElement(root, "sound")`)],
    // Changes of what is there.
    ['changes a disk', 'v1.9.0', edit('0,/<disk /s//<disk snapshot="no" /')],
    ['changes a disk', 'v1.9.0', edit('s/<disk device="disk"/<disk snapshot="no" device="disk"/')],
    [
      'changes an interface',
      'v1.9.0',
      edit('0,/<interface type="ethernet">/s//<interface type="ethernet" trustGuestRxFilters="yes">/'),
    ],
    ['changes a disk', 'v1.9.0', edit('/<disk /s//<disk rawio="yes" /')],
  ])('%s (%s)', (_name, version, text) => {
    expect(idsOf(text, { kubevirtVersion: version })).toEqual([]);
  });

  it.each(['controller', 'channel', 'watchdog', 'sound', 'input', 'shmem', 'redirdev', 'filesystem'])(
    'a guarded %s without an alias',
    (device) => {
      const text = changing(
        `if d.find('${device}') is None:\n    ET.SubElement(d, '${device}', {'type': 'x'})`,
      );
      expect(idsOf(text)).toEqual([]);
    },
  );
});
