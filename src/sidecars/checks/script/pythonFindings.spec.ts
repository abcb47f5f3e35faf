import { describe, expect, it } from 'vitest';
import type { Finding, ScriptFindingId } from '../check';
import { found, py } from './scriptFixtures';

const DOMAIN = 'import sys\nimport xml.etree.ElementTree as ET\nroot = ET.fromstring(sys.argv[4])\n';
const PRINT = '\nprint(ET.tostring(root, encoding="unicode"))';

describe('findings in Python scripts', () => {
  it.each<[ScriptFindingId, string, Finding['params'], number, number]>([
    ['scriptSyntax', py('print("a"'), { message: "'(' was never closed" }, 2, 6],
    ['scriptSyntax', py('x = [1, 2)'), { message: "unmatched ')'" }, 2, 10],
    ['scriptSyntax', py('x = "abc'), { message: 'unterminated string literal' }, 2, 5],
    ['scriptSyntax', py('"""abc'), { message: 'unterminated string literal' }, 2, 1],
    [
      'scriptSyntax',
      py('if x:\n    a()\n\tb()'),
      { message: 'inconsistent use of tabs and spaces in indentation' },
      4,
      2,
    ],
    ['scriptSyntax', py('a()\n  b()'), { message: 'unexpected indent' }, 3, 3],
    ['scriptSyntax', py('if x:\nprint(1)'), { message: 'expected an indented block' }, 3, 1],
    ['scriptSyntax', py('if x:'), { message: 'expected an indented block' }, 2, 1],
    [
      'scriptSyntax',
      py('if x:\n    a()\n  b()'),
      { message: 'unindent does not match any outer indentation level' },
      4,
      3,
    ],
    ['scriptSyntax', py('x = "abc\\"'), { message: 'unterminated string literal' }, 2, 5],
    ['scriptSyntax', py('if x: print "x"'), { message: "missing parentheses in call to 'print'" }, 2, 7],
    ['scriptSyntax', py('print "x"'), { message: "missing parentheses in call to 'print'" }, 2, 1],
    ['importMissing', py('from lxml import etree\nprint(1)'), { module: 'lxml' }, 2, 6],
    ['importMissing', py('import sys, yaml\nprint(1)'), { module: 'yaml' }, 2, 13],
    [
      'commandMissing',
      py('import subprocess\nsubprocess.run(["virt-xml", "x"])'),
      { command: 'virt-xml' },
      3,
      17,
    ],
    [
      'wrongArgument',
      py('import sys\nroot = ET.fromstring(sys.argv[3])\nprint(root)'),
      { argument: 'sys.argv[3]' },
      3,
      22,
    ],
    [
      'wrongArgument',
      py('import sys\ndomain = sys.argv[2]\nprint(domain)'),
      { argument: 'sys.argv[2]' },
      3,
      10,
    ],
    [
      'wrongArgument',
      py('import sys\nif sys.argv[1] == "onDefineDomain":\n    print(1)'),
      { argument: 'sys.argv[1]' },
      3,
      4,
    ],
    [
      'wrongArgument',
      py('import json, sys\ndata = json.loads(sys.argv[4])\nprint(data)'),
      { argument: 'sys.argv[4]' },
      3,
      19,
    ],
    ['nothingPrinted', py('import sys\nx = sys.argv[4]'), {}, 1, 1],
    ['nothingPrinted', py('import sys\nprint("done", file=sys.stderr)'), {}, 1, 1],
    [
      'networkCall',
      py('import urllib.request\nprint(urllib.request.urlopen("http://x"))'),
      { command: 'urllib.request.urlopen' },
      3,
      22,
    ],
    ['sleepCall', py('import time\ntime.sleep(30)\nprint(1)'), { duration: '30' }, 3, 6],
    [
      'appendUnguarded',
      py(
        `${DOMAIN}board = root.find("./sysinfo/baseBoard")\nET.SubElement(board, "entry", {"name": "x"})${PRINT}`,
      ),
      { what: 'entry', call: 3 },
      6,
      4,
    ],
    [
      'appendUnguarded',
      py(
        `${DOMAIN}def main():\n    e = ET.Element("sound")\n    root.find("devices").append(e)\nmain()${PRINT}`,
      ),
      { what: 'sound', call: 2 },
      7,
      26,
    ],
    [
      'appendUnguarded',
      py('import sys\nprint(sys.argv[4].replace("</devices>", "<sound></sound></devices>"))'),
      { what: 'sound', call: 2 },
      3,
      19,
    ],
    [
      'deviceAliasMissing',
      py(`${DOMAIN}if x:\n    ET.SubElement(root.find("devices"), "interface")${PRINT}`),
      { device: 'interface' },
      6,
      8,
    ],
    [
      'deviceAliasMissing',
      py(`${DOMAIN}if x:\n    root.append(ET.fromstring("<disk></disk>"))${PRINT}`),
      { device: 'disk' },
      6,
      20,
    ],
    [
      'dumpxmlStyleMatch',
      py(`import sys\nprint(sys.argv[4].replace("<domain type='kvm'>", "<domain>"))`),
      { text: "<domain type='kvm'>" },
      3,
      27,
    ],
    [
      'dumpxmlStyleMatch',
      py(`import sys\nif "<acpi/>" in sys.argv[4]:\n    print(1)`),
      { text: '<acpi/>' },
      3,
      4,
    ],
    [
      'secretPrinted',
      py('import sys\nprint(sys.argv, file=sys.stderr)\nprint(1)'),
      { what: 'sys.argv' },
      3,
      7,
    ],
    [
      'secretPrinted',
      py('import logging\nlogging.info("vmi %s", args.vmi)\nprint(1)'),
      { what: 'args.vmi' },
      3,
      24,
    ],
    ['identityChanged', py(`${DOMAIN}root.find("name").text = "x"${PRINT}`), { element: 'name' }, 5, 1],
    [
      'identityChanged',
      py(`${DOMAIN}m = root.find("./memory")\nm.text = "1"${PRINT}`),
      { element: 'memory' },
      6,
      1,
    ],
    ['hookPointMismatch', py('p.add_argument("--cloud-init")\nprint(1)'), { flag: '--cloud-init' }, 2, 16],
  ])('finds %s in %j', (id, text, params, line, column) => {
    const [first] = found(id, text);
    expect(first).toMatchObject({ id, params, place: { kind: 'script', line, column } });
  });

  it.each<[ScriptFindingId, string]>([
    ['scriptSyntax', py('x = {\n  "a": [1,\n2],\n}\nprint(x)')],
    ['scriptSyntax', py('print(f"{x[\'a\']} {{")')],
    ['scriptSyntax', py('print(f"{x["a"]}")')],
    ['scriptSyntax', py('if x:\n\ta()\n\tb()\n\nif y: c()')],
    ['scriptSyntax', py("x = 1 + \\\n    2\nprint(x)  # it's (")],
    ['scriptSyntax', py('class A:\n    """doc"""\n\n    def b(self):\n        return 1\n# c\nprint(A)')],
    ['scriptSyntax', py('print if x else y')],
    ['scriptSyntax', py('constructor = 1\nprint(constructor)')],
    ['scriptSyntax', py('x = 1 + \\\r\n    2\r\nprint(x)')],
    // Correct lines that the parser takes for mistakes.
    ['scriptSyntax', py('def a():\n    yield\n    b = 20.\n\n\f\nprint(a)')],
    ['scriptSyntax', py('with a() as (b, c):\n    for d in b:\n        d()\n    else:\n        c()\n')],
    ['scriptSyntax', py('match x:\n    case 1:\n        a()\n    # c\n    case _:\n        b()\nprint(1)')],
    ['importMissing', py('try:\n    import lxml\nexcept ImportError:\n    pass')],
    ['importMissing', py('import xml.dom.minidom as yaml')],
    ['importMissing', py('text = "import lxml"')],
    ['commandMissing', py('try:\n    subprocess.run(["jq"])\nexcept OSError:\n    pass')],
    ['wrongArgument', py('import sys\nsys.argv.pop(0)\nET.fromstring(sys.argv[3])')],
    ['wrongArgument', py('vmi = json.loads(sys.argv[2])\nroot = ET.fromstring(sys.argv[4])')],
    ['wrongArgument', py('if sys.argv[1] == "--vmi":\n    pass')],
    ['nothingPrinted', py('import sys\nsys.stdout.write(sys.argv[4])')],
    ['nothingPrinted', py('import mine\nmine.main()')],
    ['nothingPrinted', py('out = print\nout(1)')],
    ['networkCall', py('import urllib.parse\nprint(urllib.parse.quote("x"))')],
    ['sleepCall', py('time.sleep(0.2)')],
    ['appendUnguarded', py(`${DOMAIN}if root.find("x") is None:\n    ET.SubElement(root, "x")${PRINT}`)],
    [
      'appendUnguarded',
      py(
        `${DOMAIN}for old in root.findall("x"):\n    root.remove(old)\nET.SubElement(root.find("y"), "x")${PRINT}`,
      ),
    ],
    [
      'appendUnguarded',
      py(
        `${DOMAIN}def add():\n    ET.SubElement(root.find("y"), "x")\nif root.find("x") is None:\n    add()${PRINT}`,
      ),
    ],
    ['appendUnguarded', py(`${DOMAIN}if root.find("x") is None: ET.SubElement(root, "x")${PRINT}`)],
    ['appendUnguarded', py('names = []\nnames.append("x")\nprint(names)')],
    ['appendUnguarded', py('print(a.replace("<x></x>", "<y></y>"))')],
    ['deviceAliasMissing', py('d = ET.SubElement(x, "disk")\nET.SubElement(d, "alias", {"name": "ua-d"})')],
    ['deviceAliasMissing', py('ET.SubElement(x, "cputune")')],
    ['dumpxmlStyleMatch', py(`root.find("./sysinfo[@type='smbios']")`)],
    ['dumpxmlStyleMatch', py(`re.sub(r"<a (x|y)/>", "", t)`)],
    ['secretPrinted', py('print(args.domain)\nprint(len(args.vmi), file=sys.stderr)')],
    ['identityChanged', py('name = root.find("name").text\ndisk.find("name").text = "x"')],
    ['hookPointMismatch', py('p.add_argument("--cloud-init")\np.add_argument("--domain")')],
  ])('does not find %s in %j', (id, text) => {
    expect(found(id, text)).toEqual([]);
  });
});
