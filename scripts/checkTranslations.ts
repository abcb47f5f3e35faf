/**
 * Checks that the sentences in `locales` are those of the code: none missing, none left over, every key a literal
 * that the extraction can see, and singulars said in the singular.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from './runCommand';

const CATALOGUE = 'locales/en/plugin__kubevirt-sidecar-plugin.json';

/** Harmless: parameters spread into the options hide no key, and there is one namespace. */
const MEANT = /Options argument is a spread operator|Namespace is not a string literal/;

// The extraction's own --fail-on-update also fails on singulars that were put right by hand.
const before = readFileSync(CATALOGUE, 'utf8');
const { output } = await runCommand(['i18next', '--config', 'i18next-parser.config.js']);
const after = readFileSync(CATALOGUE, 'utf8');
writeFileSync(CATALOGUE, before);
const warnings = output
  .split('\n')
  .filter((line) => line.includes('[warning]') && !MEANT.test(line))
  .map((line) => line.trim());

const sentences = JSON.parse(before) as Record<string, string>;
const plurals = Object.entries(sentences)
  // "3 more" is both.
  .filter(([, sentence]) => !sentence.endsWith(' more'))
  .filter(([key, sentence]) => key.endsWith('_one') && sentence === sentences[key.replace(/_one$/, '_other')])
  .map(([key]) => `${CATALOGUE}: the singular of "${key}" is its plural`);
const empty = Object.entries(sentences)
  .filter(([, sentence]) => sentence.trim() === '')
  .map(([key]) => `${CATALOGUE}: "${key}" is empty`);

const problems = [
  ...warnings,
  ...plurals,
  ...empty,
  ...(after === before ? [] : ['The sentences have changed: run npm run i18n and commit locales']),
];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
