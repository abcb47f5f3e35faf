import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 300;

/**
 * React hook: debounces a text field. The text shows at once and is passed on when typing pauses. Follows `value` when it
 * changes for another reason, such as the browser's Back button.
 */
export const useDebouncedText = (
  value: string,
  onPause: (text: string) => void,
): [string, (text: string) => void] => {
  const [text, setText] = useState(value);
  const handedOn = useRef(value);
  const handOn = useRef(onPause);

  useEffect(() => {
    handOn.current = onPause;
  }, [onPause]);

  useEffect(() => {
    if (value !== handedOn.current) {
      handedOn.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    if (text === handedOn.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      handedOn.current = text;
      handOn.current(text);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);

  return [text, setText];
};
