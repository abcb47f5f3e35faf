import { useCallback, useState } from 'react';

interface Clipboard {
  /** The result of the last copy, reset after a while. */
  copied: 'no' | 'yes' | 'failed';
  copy: (text: string) => Promise<void>;
  forget: () => void;
}

/** React hook: copies texts, and returns the result for a button to show. */
export const useClipboard = (): Clipboard => {
  const [copied, setCopied] = useState<Clipboard['copied']>('no');
  const copy = useCallback(async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      // The page has no secure context or no permission.
      setCopied('failed');
    }
  }, []);
  const forget = useCallback(() => {
    setCopied('no');
  }, []);
  return { copied, copy, forget };
};
