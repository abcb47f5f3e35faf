import type { ParameterValue, ParameterValues } from '../parameter';
import type { Recipe } from '../recipe';
import { recipeScript } from './recipeScript';

/** The recipe that a script was made from. */
export type RecipeOrigin =
  /** The script opens as a form with these values, some of which may not be allowed. */
  | { kind: 'recipe'; recipe: Recipe; values: ParameterValues }
  /** Edited by hand beyond its values, or from another version of the recipe: it stays a script. */
  | { kind: 'edited'; recipe: Recipe }
  | { kind: 'otherVersion'; recipe: Recipe; version: number };

const HEADER = /^#!\/usr\/bin\/env python3\n# Recipe ([A-Za-z]+), version (\d+)\./;
/* Not with a dot or the flag m: for JavaScript a line ends at U+2028 too, for Python it does not. */
const BLOCK = /\nPARAMETERS = \{\n((?: {4}[^\n]*\n)*)\}\n/;
const LINE = /^ {4}"(\w+)": ([^\n]*),$/;

const valueOf = (literal: string): ParameterValue | undefined => {
  if (literal === 'True' || literal === 'False') {
    return literal === 'True';
  }
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
};

const valuesIn = (text: string): ParameterValues => {
  const lines = BLOCK.exec(text)?.[1]?.split('\n') ?? [];
  return Object.fromEntries(
    lines.flatMap((line): [string, ParameterValue][] => {
      const [, name = '', literal = ''] = LINE.exec(line) ?? [];
      const value = valueOf(literal);
      return value === undefined ? [] : [[name, value]];
    }),
  );
};

/** Finds the recipe that a script is from, with its values; undefined if it is from none of these. */
export const recipeOf = (text: string, recipes: readonly Recipe[]): RecipeOrigin | undefined => {
  const [, id, written] = HEADER.exec(text) ?? [];
  const recipe = recipes.find((each) => each.id === id);
  if (recipe === undefined) {
    return undefined;
  }
  const version = Number(written);
  if (version !== recipe.version) {
    return { kind: 'otherVersion', recipe, version };
  }
  const values = valuesIn(text);
  const isComplete = recipe.parameters.every(
    (parameter) => typeof values[parameter.name] === typeof parameter.default,
  );
  return isComplete && recipeScript(recipe, values) === text
    ? { kind: 'recipe', recipe, values }
    : { kind: 'edited', recipe };
};
