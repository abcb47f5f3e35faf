import type { ReactElement } from 'react';
import { InlineAlert } from '../../components/InlineAlert';
import { translateMarked, useSidecarTranslation } from '../../i18n';
import type { AttachTarget } from '../../sidecars/objects/attachTarget';
import type { RecipeOrigin } from '../../sidecars/recipes/script/recipeOf';
import { recipeScript } from '../../sidecars/recipes/script/recipeScript';
import { RecipeForm } from './RecipeForm';

interface RecipePartProps {
  /** Undefined for a script that is not from a recipe. */
  origin: RecipeOrigin | undefined;
  namespace: string;
  attachTo: AttachTarget | undefined;
  kubevirtVersion: string | undefined;
  /** Undefined where the script can only be read. */
  onChange: ((text: string) => void) | undefined;
}

/** The form of a script that was made from a recipe, or why there is none. */
export const RecipePart = ({
  origin,
  namespace,
  attachTo,
  kubevirtVersion,
  onChange,
}: RecipePartProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  if (origin === undefined) {
    return null;
  }
  const { recipe } = origin;
  switch (origin.kind) {
    case 'recipe':
      return onChange === undefined ? null : (
        <RecipeForm
          recipe={recipe}
          values={origin.values}
          namespace={namespace}
          attachTo={attachTo}
          kubevirtVersion={kubevirtVersion}
          onChange={(values) => {
            onChange(recipeScript(recipe, values));
          }}
        />
      );
    case 'edited':
      return (
        <InlineAlert
          variant="info"
          title={t('Made from the recipe “{{title}}”, and then edited by hand', {
            title: translateMarked(t, recipe.title),
          })}
        >
          {t('It stays a script: the form would lose the edits.')}
        </InlineAlert>
      );
    case 'otherVersion':
      return (
        <InlineAlert
          variant="info"
          title={t('Made from version {{version}} of the recipe “{{title}}”', {
            version: origin.version,
            title: translateMarked(t, recipe.title),
          })}
        >
          {t('This version of the plugin has version {{version}}. The script stays as it is.', {
            version: recipe.version,
          })}
        </InlineAlert>
      );
  }
};
