import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useDebouncedText } from '../../../components/useDebouncedText';
import { readVmListQuery, writeVmListQuery, type VmListQuery } from './vmListQuery';

export interface VmListQueryControl {
  query: VmListQuery;
  /** What is typed now; the query follows when typing pauses. */
  typed: { name: string; script: string };
  setName: (text: string) => void;
  setScript: (text: string) => void;
  /** Goes to the first page unless the change names another. */
  change: (change: Partial<VmListQuery>) => void;
}

/** React hook: the list's filters, order and page, kept in the URL. */
export const useVmListQuery = (): VmListQueryControl => {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => readVmListQuery(parameters), [parameters]);
  const change = useCallback(
    (changed: Partial<VmListQuery>) => {
      setParameters(
        (current) => writeVmListQuery(current, { ...readVmListQuery(current), page: 1, ...changed }),
        { replace: true },
      );
    },
    [setParameters],
  );
  const [name, setName] = useDebouncedText(query.name, (text) => {
    change({ name: text });
  });
  const [script, setScript] = useDebouncedText(query.script, (text) => {
    change({ script: text });
  });
  return { query, typed: { name, script }, setName, setScript, change };
};
