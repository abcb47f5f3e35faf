import type { HookPoint } from '../../annotation/hookPoint';
import type { ParameterValue, ParameterValues } from '../parameter';
import type { Recipe } from '../recipe';
import { PYTHON_PARTS } from './pythonParts';

/** A JSON text is a Python literal too, but for true and false. */
const pythonLiteral = (value: ParameterValue): string =>
  typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value);

const parametersBlock = ({ parameters }: Recipe, values: ParameterValues): string =>
  [
    'PARAMETERS = {',
    ...parameters.map(
      (parameter) =>
        `    ${JSON.stringify(parameter.name)}: ${pythonLiteral(values[parameter.name] ?? parameter.default)},`,
    ),
    '}',
  ].join('\n');

/** The functions that the text calls, and those that they call. */
const calledParts = (text: string, known: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
  const called = Object.entries(PYTHON_PARTS).filter(
    ([name]) => !known.has(name) && new RegExp(`\\b${name}\\(`).test(text),
  );
  return called.length === 0
    ? known
    : calledParts(
        text + called.map(([, part]) => part).join(''),
        new Set([...known, ...called.map(([name]) => name)]),
      );
};

/*
 * Arguments and the result are bytes, so that they do not depend on the locale of the image. Messages go to standard
 * error. Empty elements are written as KubeVirt writes them, because later scripts may search for that.
 */
const MAIN: Readonly<Record<HookPoint, string>> = {
  onDefineDomain: `def main():
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--vmi")
    parser.add_argument("--domain", required=True)
    arguments, _ = parser.parse_known_args()
    given = os.fsencode(arguments.domain)
    result = given
    try:
        domain = ET.fromstring(given, ET.XMLParser(target=ET.TreeBuilder(insert_comments=True)))
        before = ET.tostring(domain)
        change(domain)
        if ET.tostring(domain) != before:
            result = ET.tostring(domain, short_empty_elements=False)
    except ET.ParseError as error:
        say("The input is no XML and is passed on as it is: " + str(error))
    sys.stdout.buffer.write(result)
`,
  preCloudInitIso: `def main():
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--vmi")
    parser.add_argument("--cloud-init", required=True)
    arguments, _ = parser.parse_known_args()
    given = os.fsencode(arguments.cloud_init)
    result = given
    try:
        data = json.loads(given)
        before = json.dumps(data)
        change(data)
        if json.dumps(data) != before:
            result = json.dumps(data).encode()
    except ValueError as error:
        say("The input is no JSON and is passed on as it is: " + str(error))
    sys.stdout.buffer.write(result)
`,
};

const NAMESPACES = `ET.register_namespace("qemu", "http://libvirt.org/schemas/domain/qemu/1.0")
ET.register_namespace("kubevirt", "http://kubevirt.io")
`;

const IMPORTS: Readonly<Record<HookPoint, readonly string[]>> = {
  onDefineDomain: ['argparse', 'os', 'sys', 'xml.etree.ElementTree as ET'],
  preCloudInitIso: ['argparse', 'json', 'os', 'sys'],
};

/** Modules of the standard library that a recipe's Python uses. */
const OPTIONAL_IMPORTS: readonly string[] = ['base64', 'time'];

const imports = (hookPoint: HookPoint, text: string): string => {
  const used = OPTIONAL_IMPORTS.filter((name) => text.includes(`${name}.`));
  const mail = text.includes('MIME')
    ? [
        'import email',
        'from email.mime.multipart import MIMEMultipart',
        'from email.mime.text import MIMEText',
      ]
    : [];
  return [...[...used, ...IMPORTS[hookPoint]].sort().map((name) => `import ${name}`), ...mail].join('\n');
};

/** The first line behind the shebang: which recipe a script is from. */
const headerOf = ({ id, version }: Pick<Recipe, 'id' | 'version'>): string =>
  `# Recipe ${id}, version ${version}. Values can be changed in PARAMETERS.`;

/** The recipe as a script for the python3 of KubeVirt's image, 3.9 or later, with its standard library only. */
export const recipeScript = (recipe: Recipe, values: ParameterValues): string => {
  const { hookPoint, change, does } = recipe;
  const parts = calledParts(change + MAIN[hookPoint]);
  const functions = Object.entries(PYTHON_PARTS)
    .filter(([name]) => parts.has(name))
    .map(([, part]) => part);
  return [
    `#!/usr/bin/env python3\n${headerOf(recipe)}\n"""${does}"""\n${imports(hookPoint, change)}\n\n${parametersBlock(recipe, values)}\n${hookPoint === 'onDefineDomain' ? `\n${NAMESPACES}` : ''}`,
    ...functions,
    change,
    MAIN[hookPoint],
    'if __name__ == "__main__":\n    main()\n',
  ].join('\n\n');
};
