import type { PythonStatement } from './python/pythonScript';
import { scriptCheck } from './scriptCheck';

/** Packages that are not in Python's standard library, and not in KubeVirt's image. */
const MISSING: readonly string[] = [
  'lxml',
  'yaml',
  'ruamel',
  'libvirt',
  'requests',
  'xmltodict',
  'bs4',
  'defusedxml',
  'kubernetes',
  'openshift',
  'jinja2',
  'jsonpatch',
  'jsonpath_ng',
  'numpy',
  'pydantic',
  'untangle',
  'virtinst',
];

interface Import {
  module: string;
  pos: number;
}

const importsOf = ({ tokens }: PythonStatement): Import[] => {
  const [first, second] = tokens;
  if (first?.text === 'from' && second?.kind === 'name') {
    return [{ module: second.text, pos: second.pos }];
  }
  return first?.text === 'import'
    ? tokens.flatMap((token, index) => {
        const before = tokens[index - 1]?.text;
        return token.kind === 'name' && (before === 'import' || before === ',')
          ? [{ module: token.text, pos: token.pos }]
          : [];
      })
    : [];
};

/** An import in a `try` or under a condition has something to fall back on. */
export const importMissing = scriptCheck('importMissing', ({ source, python }) =>
  source.inDefaultImage !== true || python === undefined
    ? []
    : python.statements
        .filter(
          ({ blocks }) =>
            !blocks.some(({ tokens }) => /^(?:try|if|else|except)$/.test(tokens[0]?.text ?? '')),
        )
        .flatMap(importsOf)
        .filter(({ module }) => MISSING.includes(module))
        .map(({ module, pos }) => ({ pos, params: { module } })),
);
