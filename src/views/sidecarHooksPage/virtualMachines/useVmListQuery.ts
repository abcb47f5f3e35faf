import { useMemo } from 'react';
import { useDebouncedText } from '../../../components/useDebouncedText';
import { useListQuery } from '../../../components/useListQuery';
import { vmListQuery, type VmListQuery } from '../../../sidecars/rows/vmListQuery';

export interface VmListQueryControl {
  /** Includes the typed text; the URL follows after a debounce. */
  query: VmListQuery;
  setName: (text: string) => void;
  setScript: (text: string) => void;
  change: (change: Partial<VmListQuery>) => void;
}

/** React hook: what the list of VMs shows. */
export const useVmListQuery = (): VmListQueryControl => {
  const [inUrl, change] = useListQuery(vmListQuery);
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
