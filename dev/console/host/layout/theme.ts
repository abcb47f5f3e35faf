const DARK_CLASS = 'pf-v6-theme-dark';
const YEAR_SECONDS = 31_536_000;

export const isDarkTheme = (): boolean => document.documentElement.classList.contains(DARK_CLASS);

/** Switches the theme and stores it in a cookie, so that the server sends the next document in that theme. */
export const setDarkTheme = (dark: boolean): void => {
  document.documentElement.classList.toggle(DARK_CLASS, dark);
  document.cookie = `theme=${dark ? 'dark' : 'light'}; Path=/; SameSite=Strict; Max-Age=${String(YEAR_SECONDS)}`;
};

/** Uses the system's theme until the user chooses one, like the console's setting "system default". */
export const followSystemTheme = (): void => {
  if (!/(^|; )theme=/.test(document.cookie) && window.matchMedia('(prefers-color-scheme: dark)').matches) {
    document.documentElement.classList.add(DARK_CLASS);
  }
};
