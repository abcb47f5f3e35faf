import { useEffect, useState } from 'react';
import { askAccess } from '../k8s/askAccess';
import { useAccess, type AccessQuestion } from '../k8s/useAccess';

/**
 * React hook: the namespaces in which the user may not do it, as far as known. Each namespace is checked once, one after the
 * other; no check is needed if the user may do it in the whole cluster.
 */
export const useRefusedNamespaces = (
  { verb, model }: Pick<AccessQuestion, 'verb' | 'model'>,
  namespaces: readonly string[],
): ReadonlySet<string> => {
  const everywhere = useAccess({ verb, model });
  const names = everywhere === 'denied' ? namespaces.join(' ') : '';
  const [asked] = useState(() => new Set<string>());
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let isGone = false;
    const ask = async (): Promise<void> => {
      for (const namespace of names.split(' ')) {
        if (isGone) {
          return;
        }
        if (namespace !== '' && !asked.has(namespace)) {
          asked.add(namespace);
          if (!(await askAccess({ verb, model, namespace }))) {
            setRefused((before) => new Set([...before, namespace]));
          }
        }
      }
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [verb, model, names, asked]);
  return refused;
};
