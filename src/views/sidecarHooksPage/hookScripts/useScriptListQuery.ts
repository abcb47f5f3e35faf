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
  /** The typed text; the query follows after a debounce. */
  typedName: string;
  setName: (text: string) => void;
  /** Goes to the first page unless the change has another. */
  change: (change: Partial<ScriptListQuery>) => void;
}

/** React hook: the list's filters, order and page, stored in the URL. */
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
