import { afterEach, expect, it, vi } from 'vitest';
import { followSystemTheme, isDarkTheme, setDarkTheme } from './theme';

afterEach(() => {
  document.cookie = 'theme=; Max-Age=0; Path=/';
  document.documentElement.className = '';
  vi.unstubAllGlobals();
});

it.each([
  { system: 'dark', chosen: undefined, isDark: true },
  { system: 'light', chosen: undefined, isDark: false },
  { system: 'dark', chosen: false, isDark: false },
  { system: 'light', chosen: true, isDark: true },
])('in a $system system, dark chosen: $chosen, it is dark: $isDark', ({ system, chosen, isDark }) => {
  vi.stubGlobal('matchMedia', () => ({ matches: system === 'dark' }));
  if (chosen !== undefined) {
    setDarkTheme(chosen);
  }
  followSystemTheme();
  expect(isDarkTheme()).toBe(isDark);
});
