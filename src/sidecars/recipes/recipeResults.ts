import { EXPECTED_RESULTS_ANNOTATION } from '../annotation/constants';
import { serializeExpectedResults } from '../domainXml/expectedResults';
import type { ConfigMap } from '../objects/resources';
import { RECIPES } from './recipes';
import { recipeOf } from './script/recipeOf';

/** The expected results of a recipe's script, as they are stored; undefined if it is none, or promises nothing. */
export const recipeResults = (text: string): string | undefined => {
  const origin = recipeOf(text, RECIPES);
  const expectations = origin?.kind === 'recipe' ? origin.recipe.expectations(origin.values) : [];
  return expectations.length === 0 ? undefined : serializeExpectedResults(expectations);
};

/**
 * The expected results to store with a changed script: those of its recipe, unless the user has written others. Undefined
 * leaves the stored ones.
 */
export const resultsAfterEdit = (configMap: ConfigMap, key: string, text: string): string | undefined => {
  const stored = configMap.metadata.annotations?.[EXPECTED_RESULTS_ANNOTATION];
  const isOwn = stored !== undefined && stored !== recipeResults(configMap.data?.[key] ?? '');
  return isOwn ? undefined : recipeResults(text);
};
