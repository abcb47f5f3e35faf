import { useDebouncedText } from '../../../components/useDebouncedText';
import { useListQuery } from '../../../components/useListQuery';
import { scriptListQuery, type ScriptListQuery } from '../../../sidecars/scripts/scriptListQuery';

export interface ScriptListQueryControl {
  query: ScriptListQuery;
  /** The typed text; the query follows after a debounce. */
  typedName: string;
  setName: (text: string) => void;
  change: (change: Partial<ScriptListQuery>) => void;
}

/** React hook: what the list of scripts shows. */
export const useScriptListQuery = (): ScriptListQueryControl => {
  const [query, change] = useListQuery(scriptListQuery);
  const [typedName, setName] = useDebouncedText(query.name, (name) => {
    change({ name });
  });
  return { query, typedName, setName, change };
};
