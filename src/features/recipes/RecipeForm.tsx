import type { ReactElement } from 'react';
import { Button, Content, Grid, GridItem, List, ListItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { translateMarked, useSidecarTranslation } from '../../i18n';
import { targetVmName, type AttachTarget } from '../../sidecars/objects/attachTarget';
import { defaultValues, type Parameter, type ParameterValues } from '../../sidecars/recipes/parameter';
import type { Recipe } from '../../sidecars/recipes/recipe';
import { NativeButton } from './NativeButton';
import { NativeNote } from './NativeNote';
import { PluginNote } from './PluginNote';
import { RecipeField } from './RecipeField';

interface RecipeFormProps {
  recipe: Recipe;
  values: ParameterValues;
  namespace: string;
  /** The VM whose devices can be chosen; undefined offers those of all VMs. */
  attachTo: AttachTarget | undefined;
  kubevirtVersion: string | undefined;
  onChange: (values: ParameterValues) => void;
}

const isWide = (parameter: Parameter): boolean => parameter.kind === 'text' && parameter.isMultiline === true;

/** The values of a script that was made from a recipe, with what its user must know. */
export const RecipeForm = ({
  recipe,
  values,
  namespace,
  attachTo,
  kubevirtVersion,
  onChange,
}: RecipeFormProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const vmName = targetVmName(attachTo);
  const { title, does, native, parameters, presets = [], caveats, documentation, guestCommand, cel } = recipe;
  return (
    <>
      <Content>
        <h2>{translateMarked(t, title)}</h2>
        <p>{translateMarked(t, does)}</p>
      </Content>
      {native === undefined ? null : (
        <NativeNote native={native}>
          {vmName === undefined ? null : (
            <NativeButton {...{ recipe, values, namespace, vmName, kubevirtVersion }} />
          )}
        </NativeNote>
      )}
      {presets.length === 0 ? null : (
        <div role="group" aria-label={t('Examples')}>
          {presets.map((preset) => (
            <Button
              key={preset.title}
              variant="link"
              isInline
              className="pf-v6-u-mr-md"
              onClick={() => {
                onChange({ ...defaultValues(parameters), ...preset.values });
              }}
            >
              {translateMarked(t, preset.title)}
            </Button>
          ))}
        </div>
      )}
      <Grid hasGutter md={6}>
        {parameters.map((parameter) => (
          <GridItem key={parameter.name} {...(isWide(parameter) ? { md: 12 as const } : {})}>
            <RecipeField
              parameter={parameter}
              value={values[parameter.name] ?? parameter.default}
              namespace={namespace}
              attachTo={attachTo}
              onChange={(value) => {
                onChange({ ...values, [parameter.name]: value });
              }}
            />
          </GridItem>
        ))}
      </Grid>
      <InlineAlert variant="custom" title={t('Good to know')}>
        <List>
          {caveats.map((caveat) => (
            <ListItem key={caveat}>{translateMarked(t, caveat)}</ListItem>
          ))}
          {guestCommand === undefined ? null : (
            <ListItem>
              {t('To see the result in a Linux guest:')} <code>{guestCommand}</code>
            </ListItem>
          )}
          {typeof cel === 'function' ? null : <ListItem>{translateMarked(t, cel.missing)}</ListItem>}
          <ListItem>
            <a href={documentation} target="_blank" rel="noreferrer">
              {t('Documentation')}
            </a>
          </ListItem>
        </List>
      </InlineAlert>
      {typeof cel === 'function' ? (
        <PluginNote name={recipe.id.toLowerCase()} expression={cel(values)} />
      ) : null}
    </>
  );
};
