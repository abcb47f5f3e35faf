import { useEffect, useState } from 'react';
import { askAccess } from './askAccess';
import { useAccess, type Access, type AccessQuestion } from './useAccess';

/** Each is a request. Where the answer is no in so many namespaces, the others are left to be tried. */
const MOST_ASKED = 20;

/**
 * React hook: may the user do it in one of these namespaces at least? Who may do it in all of the cluster is asked for
 * nothing else.
 *
 * @param namespaces one, or those to choose from
 */
export const useAccessInSome = (
  { verb, model }: Pick<AccessQuestion, 'verb' | 'model'>,
  namespaces: string | readonly string[],
): Access => {
  const isOne = typeof namespaces === 'string';
  const access = useAccess({ verb, model, namespace: isOne ? namespaces : undefined });
  // Lists of the same names come anew with each change of a watched object.
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
      // Another user may be asked about the same namespaces next.
      setAnswer(undefined);
    };
  }, [verb, model, names]);

  if (names === '') {
    return access;
  }
  return answer?.names === names ? answer.access : 'asking';
};
