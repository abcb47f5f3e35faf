import { useEffect, useState } from 'react';
import { isDarkTheme } from './theme';

export const useDarkTheme = (): boolean => {
  const [isDark, setIsDark] = useState(isDarkTheme);
  useEffect(() => {
    const observer = new MutationObserver(() => {
      setIsDark(isDarkTheme());
    });
    observer.observe(document.documentElement, { attributeFilter: ['class'] });
    return () => {
      observer.disconnect();
    };
  }, []);
  return isDark;
};
