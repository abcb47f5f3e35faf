import { useMemo, type ReactElement } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { attachToOf } from '../../features/script/attachTo';
import { isHookPoint } from '../../sidecars/annotation/hookPoint';
import { RECIPES } from '../../sidecars/recipes/recipes';
import { BeginScript } from './BeginScript';
import { NewScript } from './NewScript';
import { SavedScript } from './SavedScript';
import { useUserName } from './edit/useUserName';

const lineOf = (text: string | null): number | undefined => {
  const line = Number(text);
  return Number.isInteger(line) && line > 0 ? line : undefined;
};

/** The page that writes a hook script: the one in the path, or a new one. */
const WorkbenchPage = (): ReactElement => {
  const { ns: namespace = '', configMap, key } = useParams();
  const [query] = useSearchParams();
  const user = useUserName();
  const attachToText = query.get('attachTo');
  const attachTo = useMemo(() => attachToOf(attachToText, namespace), [attachToText, namespace]);
  if (configMap === undefined || key === undefined) {
    const from = query.get('from');
    if (from === null && !query.has('name')) {
      return <BeginScript namespace={namespace} query={query} attachTo={attachTo} />;
    }
    const draftId = [user, namespace, '~new', query.get('name') ?? '', from ?? ''].join('/');
    const hookPoint = query.get('hookPoint') ?? '';
    return (
      <NewScript
        key={draftId}
        namespace={namespace}
        draftId={draftId}
        recipe={RECIPES.find(({ id }) => id === from)}
        attachTo={attachTo}
        wanted={{
          name: query.get('name') ?? '',
          ...(query.has('key') ? { key: query.get('key') ?? '' } : {}),
          ...(isHookPoint(hookPoint) ? { hookPoint } : {}),
        }}
      />
    );
  }
  const draftId = [user, namespace, configMap, key].join('/');
  return (
    <SavedScript
      key={draftId}
      namespace={namespace}
      name={configMap}
      scriptKey={key}
      draftId={draftId}
      line={lineOf(query.get('line'))}
      attachTo={attachTo}
    />
  );
};

export default WorkbenchPage;
