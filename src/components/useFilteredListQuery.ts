import { useMemo } from 'react';
import type { ListQuery } from '../sidecars/rows/listQuery';
import { useDebouncedText } from './useDebouncedText';
import { useListQuery } from './useListQuery';

interface TextFilters {
  name: string;
  script: string;
  page: number;
}

export interface FilteredListQuery<Q> {
  /** Includes the typed text; the URL follows after a debounce. */
  query: Q;
  setName: (text: string) => void;
  setScript: (text: string) => void;
  change: (change: Partial<Q>) => void;
}

/** React hook: what a list shows that is filtered by names of its rows and of scripts. */
export const useFilteredListQuery = <Q extends TextFilters>(list: ListQuery<Q>): FilteredListQuery<Q> => {
  const [inUrl, change] = useListQuery(list);
  const [name, setName] = useDebouncedText(inUrl.name, (text) => {
    change({ name: text } as Partial<Q>);
  });
  const [script, setScript] = useDebouncedText(inUrl.script, (text) => {
    change({ script: text } as Partial<Q>);
  });
  const query = useMemo(() => {
    const isTyping = name !== inUrl.name || script !== inUrl.script;
    return isTyping ? { ...inUrl, name, script, page: 1 } : inUrl;
  }, [inUrl, name, script]);
  return { query, setName, setScript, change };
};
