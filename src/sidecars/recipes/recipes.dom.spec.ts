import { describe, expect, it } from 'vitest';
import { checkScript } from '../checks/script/runScriptChecks';
import { evaluateExpectations, newBudget } from '../domainXml/evaluate';
import { readDomain, type ParsedDomain } from '../domainXml/parsedDomain';
import { defaultValues } from './parameter';
import { RECIPES } from './recipes';
import { recipeOf } from './script/recipeOf';
import { recipeScript } from './script/recipeScript';
import { BARE_DOMAIN, CLOUD_INIT, DOMAIN, recordedDomains } from './testing/inputs';
import { runInPython } from './testing/runInPython';
import { variantsOf, type Variant } from './testing/variants';

const recorded = recordedDomains();

/** Hostile values are quoted alike in all inputs. */
const inputsOf = ({ name, recipe: { hookPoint } }: Variant): string[] =>
  hookPoint === 'preCloudInitIso'
    ? [CLOUD_INIT]
    : [DOMAIN, ...(name === 'defaults' ? [BARE_DOMAIN, ...recorded] : [])];

const runs = runInPython(
  RECIPES.flatMap(variantsOf).flatMap((variant) => {
    const { hookPoint } = variant.recipe;
    const text = recipeScript(variant.recipe, variant.values);
    return inputsOf(variant).map((input) => ({ variant, hookPoint, text, input }));
  }),
);
type Run = (typeof runs)[number];

const first = ({ result }: Run): string => result.outputs[0] ?? '';
/** Parsing takes longer than all else. */
const parsed = new Map<string, ParsedDomain>();
const read = (xml: string): ParsedDomain => {
  const domain = parsed.get(xml) ?? readDomain(xml);
  parsed.set(xml, domain);
  return domain;
};

/** What a domain has of the elements that no recipe knows. */
const unknownIn = (xml: string): string[] => {
  const { content } = read(xml);
  if (content.kind === 'malformed') {
    return [];
  }
  const things = [
    ...content.document.getElementsByTagNameNS('urn:other', '*'),
    ...content.document.getElementsByTagName('unknown'),
  ];
  return things.map(({ parentElement, textContent, attributes }) => {
    const own = Array.from(attributes).filter(({ name }) => !name.startsWith('xmlns:'));
    return [parentElement?.localName, textContent, ...own.map(({ value }) => value)].join('|');
  });
};

/** Names the variants that something is wrong with. */
const bad = (of: readonly Run[], isBad: (run: Run) => boolean): string[] => [
  ...new Set(of.filter(isBad).map(({ variant }) => variant.name)),
];

it('has recordings of KubeVirt to run on', { skip: recorded.length === 0 }, () => {
  expect(recorded).toHaveLength(3);
});

describe.each(RECIPES.map((recipe) => [recipe.id, recipe] as const))('%s', (id, recipe) => {
  const own = runs.filter(({ variant }) => variant.recipe.id === id);
  const ofDomain = recipe.hookPoint === 'onDefineDomain' ? own : [];

  it('passes all checks', () => {
    const texts = new Map(own.map(({ variant, text }) => [variant.name, text]));
    for (const [name, text] of texts) {
      const findings = checkScript({
        configMap: 'c',
        key: 'k',
        text,
        hookPoint: recipe.hookPoint,
        inDefaultImage: true,
        kubevirtVersion: 'v1.9.0',
      });
      // Long values make a script longer than what is checked.
      expect(
        findings.filter((finding) => finding.id !== 'scriptTooLong'),
        name,
      ).toEqual([]);
    }
  });

  it('never fails', () => {
    expect(own.map(({ result }) => result.failure).filter((failure) => failure !== null)).toEqual([]);
  });

  it('gives the same after three calls as after one', () => {
    expect(
      bad(own, ({ result: { outputs } }) => outputs[0] !== outputs[1] || outputs[1] !== outputs[2]),
    ).toEqual([]);
  });

  it('returns well-formed data', () => {
    expect(bad(own, ({ result }) => !result.isWellFormed)).toEqual([]);
  });

  it('leaves what it does not know', () => {
    const whole = ofDomain.filter(({ input }) => input === DOMAIN);
    expect(unknownIn(DOMAIN)).toHaveLength(4);
    expect(bad(whole, (run) => unknownIn(first(run)).join() !== unknownIn(DOMAIN).join())).toEqual([]);
  });

  it('gives what it promises', () => {
    const rich = ofDomain.filter(({ input, result }) => input === DOMAIN && result.messages === '');
    for (const run of rich) {
      const expectations = recipe.expectations(run.variant.values);
      const evaluated = evaluateExpectations(read(first(run)), expectations, newBudget());
      expect(
        evaluated.filter(({ pass }) => !pass),
        run.variant.name,
      ).toEqual([]);
      // Otherwise it would promise what is there without it.
      if (first(run) !== run.input) {
        const before = evaluateExpectations(read(run.input), expectations, newBudget());
        expect(
          before.every(({ pass }) => pass),
          run.variant.name,
        ).toBe(false);
      }
    }
    const promises = recipe.hookPoint === 'onDefineDomain' && id !== 'inspect';
    expect(rich.length > 0).toBe(promises);
    expect(recipe.expectations(defaultValues(recipe.parameters)).length > 0).toBe(promises);
  });

  it('says why it changes nothing', () => {
    const silent = own.filter(
      ({ variant, input, result }) =>
        variant.name === 'defaults' && result.outputs[0] === input && result.messages === '',
    );
    expect(id === 'inspect' ? [] : silent.map(({ input }) => input.slice(0, 80))).toEqual([]);
  });

  it('opens again as a form', () => {
    for (const { variant, text } of own) {
      expect(recipeOf(text, RECIPES), variant.name).toMatchObject({ kind: 'recipe', values: variant.values });
    }
  });
});
