import type { ReactElement } from 'react';
import { PageSection } from '@patternfly/react-core';
import { RecipeGallery } from '../../features/recipes/RecipeGallery';
import type { AttachTarget } from '../../sidecars/objects/attachTarget';
import { WorkbenchHead } from './WorkbenchHead';

interface BeginScriptProps {
  namespace: string;
  /** Of the page's address: what is wanted of the script stays in it. */
  query: URLSearchParams;
  attachTo: AttachTarget | undefined;
}

/** What a new script begins with: a recipe, or an example. */
export const BeginScript = ({ namespace, query, attachTo }: BeginScriptProps): ReactElement => {
  const linkFrom = (from: string): string => `?${new URLSearchParams([...query, ['from', from]]).toString()}`;
  return (
    <>
      <WorkbenchHead namespace={namespace} name={undefined} attachTo={attachTo} />
      <PageSection hasBodyWrapper={false}>
        <RecipeGallery linkTo={linkFrom} ownLink={linkFrom('example')} />
      </PageSection>
    </>
  );
};
