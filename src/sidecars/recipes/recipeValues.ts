import type { ScriptValues } from '../plans/script/scriptValues';
import { defaultValues } from './parameter';
import type { Recipe } from './recipe';
import { recipeScript } from './script/recipeScript';

/** A new script from a recipe, with its default values. */
export const recipeValues = (
  recipe: Recipe,
  { name = '', key = 'script.py' }: Partial<Pick<ScriptValues, 'name' | 'key'>> = {},
): ScriptValues => ({
  name: name === '' ? recipe.id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name,
  key,
  hookPoint: recipe.hookPoint,
  language: 'python3',
  text: recipeScript(recipe, defaultValues(recipe.parameters)),
});
