import { useCallback, useState } from 'react';
import { parseDraft, type ScriptDraft } from '../../../sidecars/plans/script/scriptDraft';

const PREFIX = 'kubevirt-sidecar-plugin/draft/';

const read = (place: string): ScriptDraft | undefined => {
  try {
    return parseDraft(sessionStorage.getItem(place));
  } catch {
    // The browser forbids the storage.
    return undefined;
  }
};

const write = (place: string, draft: ScriptDraft | undefined): void => {
  try {
    if (draft === undefined) {
      sessionStorage.removeItem(place);
    } else {
      sessionStorage.setItem(place, JSON.stringify(draft));
    }
  } catch {
    // The storage is forbidden or full: the draft is lost when the page is left, which the browser asks about.
  }
};

export interface StoredDraft {
  draft: ScriptDraft | undefined;
  /** Whether it was made before the page was opened. */
  isRestored: boolean;
  /** Undefined drops it. */
  setDraft: (draft: ScriptDraft | undefined) => void;
}

/**
 * React hook: a draft that survives a reload, in the storage of the browser's tab.
 *
 * @param id must not change
 */
export const useStoredDraft = (id: string): StoredDraft => {
  const place = PREFIX + id;
  const [restored] = useState(() => read(place));
  const [draft, setState] = useState(restored);
  const setDraft = useCallback(
    (next: ScriptDraft | undefined) => {
      write(place, next);
      setState(next);
    },
    [place],
  );
  return { draft, isRestored: draft !== undefined && restored !== undefined && draft === restored, setDraft };
};
