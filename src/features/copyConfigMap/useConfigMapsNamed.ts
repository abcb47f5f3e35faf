import { useEffect, useState } from 'react';
import { readConfigMapsNamed } from '../../data/readConfigMapsNamed';
import type { Loadable } from '../../loadable';
import type { ConfigMap } from '../../sidecars/objects/resources';

/** React hook: the ConfigMaps of this name that the user may read, read once. */
export const useConfigMapsNamed = (name: string): Loadable<ConfigMap[]> => {
  const [value, setValue] = useState<Loadable<ConfigMap[]>>({ status: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    const read = async (): Promise<void> => {
      let next: Loadable<ConfigMap[]>;
      try {
        next = { status: 'loaded', data: await readConfigMapsNamed(name, abort.signal) };
      } catch (error) {
        next = {
          status: 'failed',
          error,
          retry: () => {
            setTries((before) => before + 1);
          },
        };
      }
      if (!abort.signal.aborted) {
        setValue(next);
      }
    };
    setValue({ status: 'loading' });
    void read();
    return () => {
      abort.abort();
    };
  }, [name, tries]);
  return value;
};
