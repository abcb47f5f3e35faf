import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useDebouncedText } from '../../../components/useDebouncedText';
import { readVmListQuery, writeVmListQuery, type VmListQuery } from '../../../sidecars/rows/vmListQuery';

export interface VmListQueryControl {
  /** Includes the typed text; the URL follows after a debounce. */
  query: VmListQuery;
  setName: (text: string) => void;
  setScript: (text: string) => void;
  /** Goes to the first page unless the change has another. */
  change: (change: Partial<VmListQuery>) => void;
}

/** React hook: the list's filters, order and page, stored in the URL. */
export const useVmListQuery = (): VmListQueryControl => {
  const [parameters, setParameters] = useSearchParams();
  const inUrl = useMemo(() => readVmListQuery(parameters), [parameters]);
  const change = useCallback(
    (changed: Partial<VmListQuery>) => {
      setParameters(
        (current) => writeVmListQuery(current, { ...readVmListQuery(current), page: 1, ...changed }),
        { replace: true },
      );
    },
    [setParameters],
  );
  const [name, setName] = useDebouncedText(inUrl.name, (text) => {
    change({ name: text });
  });
  const [script, setScript] = useDebouncedText(inUrl.script, (text) => {
    change({ script: text });
  });
  const query = useMemo(() => {
    const isTyping = name !== inUrl.name || script !== inUrl.script;
    return isTyping ? { ...inUrl, name, script, page: 1 } : inUrl;
  }, [inUrl, name, script]);
  return { query, setName, setScript, change };
};
