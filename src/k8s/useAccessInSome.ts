import { useEffect, useState } from 'react';
import { askAccess } from './askAccess';
import { useAccess, type Access, type AccessQuestion } from './useAccess';

/** Maximum number of reviews, one request each. If all these are refused, the action counts as possible elsewhere. */
const MOST_ASKED = 20;

/**
 * React hook: may the user do it in at least one of these namespaces? Checks the whole cluster first, and the namespaces only
 * if that is refused.
 *
 * @param namespaces one, or several to choose from
 */
export const useAccessInSome = (
  { verb, model }: Pick<AccessQuestion, 'verb' | 'model'>,
  namespaces: string | readonly string[],
): Access => {
  const isOne = typeof namespaces === 'string';
  const access = useAccess({ verb, model, namespace: isOne ? namespaces : undefined });
  // Watched objects change often, and each time the array is new with the same names.
  const names = isOne || access !== 'denied' ? '' : namespaces.join(' ');
  const [answer, setAnswer] = useState<{ names: string; access: Access }>();

  useEffect(() => {
    let isGone = false;
    const ask = async (all: readonly string[]): Promise<void> => {
      let isFound = all.length > MOST_ASKED;
      for (const namespace of all.slice(0, MOST_ASKED)) {
        if (isGone) {
          return;
        }
        if (await askAccess({ verb, model, namespace })) {
          isFound = true;
          break;
        }
      }
      if (!isGone) {
        setAnswer({ names, access: isFound ? 'allowed' : 'denied' });
      }
    };
    if (names !== '') {
      void ask(names.split(' '));
    }
    return () => {
      isGone = true;
      // Another user may have other rights in the same namespaces.
      setAnswer(undefined);
    };
  }, [verb, model, names]);

  if (names === '') {
    return access;
  }
  return answer?.names === names ? answer.access : 'asking';
};
