import { replacements } from './replacements';
import { scriptCheck } from './scriptCheck';

/** The start of the domain, up to where an attribute can be added; the whole tag only when a pattern takes all of it. */
const START = /^<domain\b[^>]*$|^\\?\(?<domain\b.*\[\^>\]/;

/** The input of call 1 has xmlns:qemu already: a second one is a duplicate attribute, which no XML parser accepts. */
export const namespaceTwice = scriptCheck('namespaceTwice', ({ source, shell, python }) =>
  source.hookPoint === 'preCloudInitIso'
    ? []
    : replacements(shell, python)
        .filter(
          ({ pattern, replacement, conditional }) =>
            !conditional &&
            START.test(pattern) &&
            !pattern.includes("'") &&
            !pattern.includes('xmlns') &&
            replacement.includes('xmlns:qemu='),
        )
        .map(({ pos }) => ({ pos })),
);
