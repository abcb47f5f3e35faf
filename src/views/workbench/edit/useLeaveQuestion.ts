import { useEffect, useState } from 'react';
import { useHref, useNavigate } from 'react-router';
import { useUnloadQuestion } from '../../../components/useUnloadQuestion';

interface LeaveQuestion {
  isAsked: boolean;
  stay: () => void;
  leave: () => void;
}

/** The target of a link that leaves the page in the same tab; undefined for any other click. */
const targetOf = (event: MouseEvent): URL | undefined => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link === null || !isPlain || !link.hasAttribute('href') || !['', '_self'].includes(link.target)) {
    return undefined;
  }
  const url = new URL(link.href);
  return url.origin === window.location.origin && url.pathname !== window.location.pathname ? url : undefined;
};

/**
 * React hook: asks before unsaved text is left by a link, and before the browser's page is closed or reloaded. The
 * console's router cannot be stopped otherwise: what leaves without a link, such as the Back button, leaves the draft in
 * the storage.
 */
export const useLeaveQuestion = (isUnsaved: boolean): LeaveQuestion => {
  const [target, setTarget] = useState<string>();
  const navigate = useNavigate();
  const base = useHref('/').replace(/\/$/, '');
  useUnloadQuestion(isUnsaved);
  useEffect(() => {
    if (!isUnsaved) {
      return undefined;
    }
    const ask = (event: MouseEvent): void => {
      const url = targetOf(event);
      if (url !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        setTarget(url.pathname.slice(base.length) + url.search + url.hash);
      }
    };
    document.addEventListener('click', ask, { capture: true });
    return () => {
      document.removeEventListener('click', ask, { capture: true });
    };
  }, [isUnsaved, base]);
  return {
    isAsked: target !== undefined,
    stay: () => {
      setTarget(undefined);
    },
    leave: () => {
      if (target !== undefined) {
        void navigate(target);
      }
    },
  };
};
