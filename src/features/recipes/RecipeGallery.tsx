import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import {
  ExpandableSection,
  FormSelect,
  FormSelectOption,
  Gallery,
  List,
  ListItem,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { NoMatch } from '../../components/NoMatch';
import { translateMarked, useSidecarTranslation } from '../../i18n';
import { findRecipes } from '../../sidecars/recipes/findRecipes';
import { NOT_OFFERED } from '../../sidecars/recipes/notOffered';
import { RECIPE_CATEGORIES, type RecipeCategory } from '../../sidecars/recipes/recipe';
import { RECIPES } from '../../sidecars/recipes/recipes';
import { ChoiceCard } from './ChoiceCard';
import { RecipeCard } from './RecipeCard';
import { categoryText } from './recipeText';

interface RecipeGalleryProps {
  /** The address of a script made from a recipe. */
  linkTo: (recipeId: string) => string;
  /** The address of an empty script. */
  ownLink: string;
}

/** What a user can begin a script with: recipes, or an example to change. */
export const RecipeGallery = ({ linkTo, ownLink }: RecipeGalleryProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState<RecipeCategory | ''>('');
  const found = findRecipes(RECIPES, { search, category }, (sentence) => translateMarked(t, sentence));
  const clear = (): void => {
    setSearch('');
    setCategory('');
  };
  return (
    <>
      <Toolbar inset={{ default: 'insetNone' }}>
        <ToolbarContent>
          <ToolbarItem>
            <SearchInput
              searchInputId={`${id}-search`}
              placeholder={t('Search recipes')}
              aria-label={t('Search recipes')}
              value={search}
              onChange={(_event, text) => {
                setSearch(text);
              }}
              onClear={() => {
                setSearch('');
              }}
            />
          </ToolbarItem>
          <ToolbarItem>
            <FormSelect
              id={`${id}-category`}
              aria-label={t('Category')}
              value={category}
              onChange={(_event, chosen) => {
                setCategory(RECIPE_CATEGORIES.find((each) => each === chosen) ?? '');
              }}
            >
              <FormSelectOption value="" label={t('All categories')} />
              {RECIPE_CATEGORIES.map((each) => (
                <FormSelectOption key={each} value={each} label={categoryText(t, each)} />
              ))}
            </FormSelect>
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <Gallery hasGutter minWidths={{ default: '100%', sm: '17rem' }} aria-label={t('Recipes')}>
        {search === '' && category === '' ? (
          <ChoiceCard
            title={t('Write it yourself')}
            text={t('Begin with a working example in shell or Python, and change it.')}
            link={ownLink}
          />
        ) : null}
        {found.map((recipe) => (
          <RecipeCard key={recipe.id} recipe={recipe} link={linkTo(recipe.id)} />
        ))}
      </Gallery>
      {found.length === 0 ? (
        <NoMatch
          title={t('No recipe found')}
          text={t('No recipe matches the search. You can write the script yourself.')}
          onClear={clear}
        />
      ) : null}
      <ExpandableSection toggleText={t('Not here, because there is a better way')} className="pf-v6-u-mt-lg">
        <List>
          {NOT_OFFERED.map(({ wish, instead }) => (
            <ListItem key={wish}>
              <strong>{translateMarked(t, wish)}</strong>: {translateMarked(t, instead)}
            </ListItem>
          ))}
        </List>
      </ExpandableSection>
    </>
  );
};
