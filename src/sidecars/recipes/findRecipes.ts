import type { Recipe, RecipeCategory } from './recipe';

/** The recipes of a category with all words of the search in their texts, as the user reads them. */
export const findRecipes = (
  recipes: readonly Recipe[],
  { search, category }: { search: string; category: RecipeCategory | '' },
  translate: (sentence: string) => string,
): Recipe[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return recipes.filter((recipe) => {
    const text = [recipe.title, recipe.does, ...recipe.parameters.map(({ label }) => label)]
      .map((sentence) => translate(sentence))
      .join(' ')
      .toLowerCase();
    return (category === '' || recipe.category === category) && words.every((word) => text.includes(word));
  });
};
