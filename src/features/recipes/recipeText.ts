import type { TFunction } from 'i18next';
import { translateMarked } from '../../i18n';
import type { ParameterProblem } from '../../sidecars/recipes/parameter';
import type { RecipeCategory } from '../../sidecars/recipes/recipe';

export const categoryText = (t: TFunction, category: RecipeCategory): string => {
  switch (category) {
    case 'identity':
      return t('Identity');
    case 'disk':
      return t('Disks');
    case 'display':
      return t('Display');
    case 'cpu':
      return t('CPU');
    case 'device':
      return t('Devices and memory');
    case 'network':
      return t('Network');
    case 'guest':
      return t('Guest');
    case 'debug':
      return t('Debugging');
  }
};

export const parameterProblemText = (t: TFunction, problem: ParameterProblem): string => {
  switch (problem.code) {
    case 'required':
      return t('A value is required.');
    case 'tooLong':
      return t('At most {{limit}} characters', { limit: problem.limit });
    case 'notAllowed':
      return t('It has characters that are not allowed here.');
    case 'outOfRange':
      return t('A whole number from {{min}} to {{max}}', { min: problem.min, max: problem.max });
    case 'pattern':
      return translateMarked(t, problem.says);
  }
};
