import type { ReactElement } from 'react';
import { Label, LabelGroup } from '@patternfly/react-core';
import { translateMarked, useSidecarTranslation } from '../../i18n';
import type { Recipe } from '../../sidecars/recipes/recipe';
import { ChoiceCard } from './ChoiceCard';
import { categoryText } from './recipeText';

export const RecipeCard = ({ recipe, link }: { recipe: Recipe; link: string }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { title, does, category, native } = recipe;
  return (
    <ChoiceCard
      title={translateMarked(t, title)}
      text={translateMarked(t, does)}
      link={link}
      labels={
        <LabelGroup aria-label={t('Labels')}>
          <Label isCompact>{categoryText(t, category)}</Label>
          {native === undefined ? null : (
            <Label isCompact color="green">
              {t('Natively possible in part')}
            </Label>
          )}
        </LabelGroup>
      }
    />
  );
};
