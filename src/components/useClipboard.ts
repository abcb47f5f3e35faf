import { useCallback, useState } from 'react';

interface Clipboard {
  /** How the last copying went, until it is forgotten. */
  copied: 'no' | 'yes' | 'failed';
  copy: (text: string) => Promise<void>;
  forget: () => void;
}

/** React hook: copies texts, and knows whether it worked so that a button can tell. */
export const useClipboard = (): Clipboard => {
  const [copied, setCopied] = useState<Clipboard['copied']>('no');
  const copy = useCallback(async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      // No secure context or no permission.
      setCopied('failed');
    }
  }, []);
  const forget = useCallback(() => {
    setCopied('no');
  }, []);
  return { copied, copy, forget };
};
