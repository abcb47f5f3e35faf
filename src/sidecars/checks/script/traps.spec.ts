/** Traps that people fell into: each with scripts that have it, and with sound ones that look like it. */
import { describe, expect, it } from 'vitest';
import type { ScriptFindingId } from '../check';
import { changing, edit, idsOf, py, sh } from './scriptFixtures';

const PASS = `printf '%s\\n' "$4"`;
const bash = (body: string): string => `#!/bin/bash\n${body}\n`;
const NS = 'xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0"';
const ISO = { hookPoint: 'preCloudInitIso' } as const;

const COMMANDS =
  'which diff patch tar gunzip gzip openssl uuidgen xxd envsubst hostname wget hexdump file bc ps getopt jq';

it('reports several messages once: one is enough to break the result', () => {
  const ids = idsOf(sh(`echo running\necho still running\n${PASS}\necho "done"`));
  expect(ids.filter((id) => id === 'extraOutput')).toHaveLength(1);
});

describe('a script is told of', () => {
  it.each(COMMANDS.split(' '))('the missing command %s', (command) => {
    expect(idsOf(sh(`x=$(${command} a)\n${PASS}`))).toContain('commandMissing');
  });

  it.each<[ScriptFindingId, string]>([
    ['commandMissing', py('import subprocess, sys\nsubprocess.run(["tar", "x"])\nprint(sys.argv[4])')],
    ['envArguments', `#!/usr/bin/env bash -e\n${PASS}\n`],
    ['envArguments', '#!/usr/bin/env python3 -u\nimport sys\nprint(sys.argv[4])\n'],
    ['envArguments', `#! /bin/env  bash  -eu\n${PASS}\n`],
    ['silentEnd', sh(`printf '%s' "$4" | grep -q scsi || exit 0\n${PASS}`)],
    ['silentEnd', sh(`if [ -z "$4" ]; then exit; fi\n${PASS}`)],
    ['silentEnd', bash(`[[ $4 == *scsi* ]] || { echo none >&2; exit 0; }\n${PASS}`)],
    ['silentEnd', sh(`xml=$4\ncase "$xml" in *ich6*) exit 0 ;; esac\n${PASS}`)],
    ['silentEnd', changing('if d.find("sound") is not None:\n    sys.exit(0)')],
    ['silentEnd', changing('if d is None: sys.exit()')],
    ['silentEnd', changing('if d is None:\n    raise SystemExit')],
    [
      'silentEnd',
      py(
        'import sys\ndef main():\n    if "scsi" not in sys.argv[4]:\n        return\n    print(sys.argv[4])\nmain()',
      ),
    ],
    ['extraOutput', sh(`echo running\n${PASS}`)],
    ['extraOutput', sh(`${PASS}\necho "done"`)],
    ['extraOutput', sh(`printf 'called\\n'\n${PASS}`)],
    ['extraOutput', sh(`echo "Hook of $0"\n${PASS}`)],
    ['extraOutput', sh(`log() { echo "log: $1"; }\nlog start\n${PASS}`)],
    ['extraOutput', sh(`printf '%s' "$4" | grep -q scsi || echo "no disk"\n${PASS}`)],
    ['extraOutput', py('import sys\nprint("called")\nprint(sys.argv[4])')],
    ['extraOutput', py('import sys\nprint(f"args {len(sys.argv)}")\nprint(sys.argv[4])')],
    ['extraOutput', changing('if d is None:\n    print("no devices")')],
    ['namespaceTwice', edit(`s|<domain |<domain ${NS} |`)],
    ['namespaceTwice', edit(`s|<domain type="kvm"|<domain type="kvm" ${NS}|`)],
    ['namespaceTwice', sh(`printf '%s' "$4" | sed -E 's|<domain([^>]*)>|<domain\\1 ${NS}>|'`)],
    ['namespaceTwice', bash(`xml=$4\nns='${NS}'\nprintf '%s' "\${xml/<domain /<domain $ns }"`)],
    ['namespaceTwice', py(`import sys\nprint(sys.argv[4].replace('<domain ', '<domain ${NS} '))`)],
    [
      'namespaceTwice',
      py(`import re, sys\nprint(re.sub(r'<domain([^>]*)>', r'<domain\\1 ${NS}>', sys.argv[4]))`),
    ],
    [
      'bandwidthInSession',
      edit('s|<interface type="ethernet">|&<bandwidth><inbound average="1"></inbound></bandwidth>|'),
    ],
    ['bandwidthInSession', changing('for i in d.findall("interface"):\n    ET.SubElement(i, "bandwidth")')],
    [
      'bandwidthInSession',
      changing('b = ET.Element("bandwidth")\nfor i in d.findall("interface"):\n    i.append(b)'),
    ],
    [
      'bandwidthInSession',
      changing(
        `for i in d.findall("interface"):\n    i.append(ET.fromstring('<bandwidth><inbound average="1"/></bandwidth>'))`,
      ),
    ],
  ])('%s in %j', (id, script) => {
    expect(idsOf(script)).toContain(id);
  });

  it.each<[ScriptFindingId, string]>([
    ['cloudInitShape', sh(`echo '#cloud-config'\necho 'users: []'`)],
    ['cloudInitShape', sh(`cat <<'EOF'\n#cloud-config\nusers: []\nEOF`)],
    ['cloudInitShape', py('print("#cloud-config\\nusers: []")')],
    ['cloudInitShape', sh(`printf '{"UserData":"#cloud-config"}'`)],
    ['cloudInitShape', py('import json\nprint(json.dumps({"UserData": "#cloud-config"}))')],
    [
      'cloudInitShape',
      py('import json, sys\njson.dump({"DataSource": "noCloud", "UserData": "x"}, sys.stdout)'),
    ],
    ['extraOutput', py('import sys\nprint("start")\nprint(sys.argv[4])')],
  ])('%s for cloud-init in %j', (id, script) => {
    expect(idsOf(script, ISO)).toContain(id);
  });
});

describe('a sound script is left alone', () => {
  it.each([
    [
      'commands of the image',
      sh(
        `x=$(printf '%s' "$4" | base64 -w0 | sha256sum | cut -c1-8)\nfind /tmp -maxdepth 0 -exec stat {} + >&2\n${PASS}`,
      ),
    ],
    ['commands of the shell', sh(`type python3 >/dev/null 2>&1 && [ "$#" -eq 4 ]\n${PASS}`)],
    ['looks for the command', sh(`command -v uuidgen >/dev/null && id=$(uuidgen)\n${PASS}`)],
    ['own function', sh(`hostname() { cat /etc/hostname; }\nh=$(hostname)\n${PASS}`)],
    ['env -S', `#!/usr/bin/env -S bash -e\n${PASS}\n`],
    ['env', `#!/usr/bin/env bash\n${PASS}\n`],
    ['options of a shell', `#!/bin/bash -eu\n${PASS}\n`],
    ['blank at the end', `#!/usr/bin/env bash \n${PASS}\n`],
    ['prints, then ends', sh(`printf '%s' "$4" | grep -q scsi || { printf '%s' "$4"; exit 0; }\n${PASS}`)],
    ['prints at its end', sh(`trap 'printf "%s" "$4"' EXIT\n[ -n "$4" ] || exit 0\n:`)],
    ['ends with an error', sh(`[ -n "$4" ] || exit 1\n${PASS}`)],
    ['ends in a subshell', sh(`x=$(exit 0)\n${PASS}`)],
    ['ends when all is done', sh(`${PASS}\nexit 0`)],
    ['a function prints', sh(`pass() { printf '%s' "$1"; }\npass "$4"\nexit 0`)],
    ['prints, then ends', changing('if d is None:\n    print(sys.argv[4])\n    sys.exit(0)')],
    ['ends with an error', changing('if d is None:\n    sys.exit(1)')],
    ['ends with a message', changing('if d is None:\n    sys.exit("no devices")')],
    ['a helper returns', changing('def f(x):\n    if x is None:\n        return\n    x.set("a", "b")\nf(d)')],
    [
      'writes to stdout',
      py('import sys\nif len(sys.argv) < 5:\n    sys.exit(0)\nsys.stdout.write(sys.argv[4])'),
    ],
    [
      'messages to stderr',
      sh(`echo running >&2\n{ echo more; } >&2\nlog() { echo "$1"; }\nlog x >&2\n${PASS}`),
    ],
    ['messages into a file', sh(`echo running > /tmp/log\n${PASS}`)],
    ['a captured echo', sh(`x=$(echo running | tr a-z A-Z)\n${PASS}`)],
    ['a message before an error', sh(`[ -n "$4" ] || { echo "usage: hook"; exit 2; }\n${PASS}`)],
    ['an empty line', sh(`${PASS}\necho`)],
    ['piece by piece', py('import sys\nprint("<domain>")\nprint("text")\nprint("</domain>")')],
    ['messages to stderr', changing('print("called", file=sys.stderr)\nsys.stderr.write("x")')],
    ['a message before an error', changing('if d is None:\n    print("no devices")\n    sys.exit(1)')],
    ['another attribute', edit('s|<domain |<domain id="1" |')],
    [
      'asks for the namespace',
      sh(
        `xml=$4\nprintf '%s' "$xml" | grep -q xmlns:qemu || xml=$(printf '%s' "$xml" | sed 's|<domain |<domain ${NS} |')\nprintf '%s' "$xml"`,
      ),
    ],
    ['replaces the namespace', edit(`s|<domain type="kvm" xmlns:qemu="[^"]*"|<domain type="qemu" ${NS}|`)],
    ['another namespace', edit('s|<domain |<domain xmlns:x="urn:x" |')],
    ['takes bandwidth away', edit('s|<bandwidth></bandwidth>||')],
    ['bandwidth of a memory', changing('print(root.find("bandwidth"), file=sys.stderr)')],
  ])('%s: %j', (_name, script) => {
    expect(idsOf(script)).toEqual([]);
  });

  it.each([
    [
      'changes what it got',
      py(
        'import json, sys\ndata = json.loads(sys.argv[4])\ndata["UserData"] = "#cloud-config\\n"\nprint(json.dumps(data))',
      ),
    ],
    [
      'copies what it got',
      py(
        'import json, sys\ndata = json.loads(sys.argv[4])\nprint(json.dumps({**data, "UserData": "#cloud-config"}))',
      ),
    ],
    [
      'takes the metadata along',
      py(
        'import json, sys\nd = json.loads(sys.argv[4])\nprint(json.dumps({"NoCloudMetaData": d["NoCloudMetaData"], "UserData": "x"}))',
      ),
    ],
    ['edits the text', sh(`printf '%s' "$4" | sed 's/#cloud-config/#cloud-config\\\\nusers: []/'`)],
    ['writes user data to a file', sh(`cat > /tmp/x <<'EOF'\n#cloud-config\nEOF\n${PASS}`)],
  ])('cloud-init, %s: %j', (_name, script) => {
    expect(idsOf(script, ISO)).toEqual([]);
  });
});
