import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useDebouncedText } from '../../../components/useDebouncedText';
import {
  readScriptListQuery,
  writeScriptListQuery,
  type ScriptListQuery,
} from '../../../sidecars/scripts/scriptListQuery';

export interface ScriptListQueryControl {
  query: ScriptListQuery;
  /** What is typed now; the query follows when typing pauses. */
  typedName: string;
  setName: (text: string) => void;
  /** Goes to the first page unless the change names another. */
  change: (change: Partial<ScriptListQuery>) => void;
}

/** React hook: the list's filters, order and page, kept in the URL. */
export const useScriptListQuery = (): ScriptListQueryControl => {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => readScriptListQuery(parameters), [parameters]);
  const change = useCallback(
    (changed: Partial<ScriptListQuery>) => {
      setParameters(
        (current) => writeScriptListQuery(current, { ...readScriptListQuery(current), page: 1, ...changed }),
        { replace: true },
      );
    },
    [setParameters],
  );
  const [typedName, setName] = useDebouncedText(query.name, (name) => {
    change({ name });
  });
  return { query, typedName, setName, change };
};
