import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useGate } from '../../data/useGate';
import { workbenchPath } from '../../features/script/workbenchPath';
import type { AttachTarget } from '../../sidecars/objects/attachTarget';
import type { ScriptValues } from '../../sidecars/plans/script/scriptValues';
import type { Recipe } from '../../sidecars/recipes/recipe';
import { useNewScript } from './edit/useNewScript';
import { JUST_SAVED } from './justSaved';
import { Workbench } from './Workbench';

interface NewScriptProps {
  namespace: string;
  draftId: string;
  /** What the script begins with; undefined for an example. */
  recipe: Recipe | undefined;
  attachTo: AttachTarget | undefined;
  wanted: Partial<Pick<ScriptValues, 'name' | 'key' | 'hookPoint'>>;
}

/** The workbench with a new script. Saving leads to its own page. */
export const NewScript = ({ namespace, draftId, recipe, attachTo, wanted }: NewScriptProps): ReactElement => {
  const edit = useNewScript({ namespace, draftId, wanted, recipe });
  const { status: gate } = useGate();
  const navigate = useNavigate();
  return (
    <Workbench
      edit={edit}
      runsIn={{ inDefaultImage: true, kubevirtVersion: gate?.version }}
      line={undefined}
      attachTo={attachTo}
      onSaved={({ metadata: { name } }) => {
        void navigate(workbenchPath({ namespace, configMap: name, key: edit.values.key }), {
          replace: true,
          state: JUST_SAVED,
        });
      }}
    />
  );
};
