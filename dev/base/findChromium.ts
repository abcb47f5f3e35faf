import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

/** Path of the browser for tests: `$CHROMIUM`, the system's, or the one that Playwright installed. */
export const findChromium = (): string | undefined => {
  const wanted = process.env.CHROMIUM;
  if (wanted !== undefined && wanted !== '') {
    return wanted;
  }
  for (const name of NAMES) {
    const file = onPath(name);
    if (file !== undefined) {
      return file;
    }
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
};

const isRoot = (): boolean => process.getuid?.() === 0;

/** Installs a browser if there is none: the distribution's if permitted, else Playwright's. */
export const ensureChromium = (): string => {
  const found = findChromium();
  if (found !== undefined) {
    return found;
  }
  console.log('No Chromium found: installing one');
  if (isRoot() && onPath('apt-get') !== undefined) {
    spawnSync('apt-get', ['update'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
  }
  if (findChromium() === undefined) {
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  }
  const installed = findChromium();
  if (installed === undefined) {
    throw new Error('No Chromium, and none could be installed. Install one, or name it in $CHROMIUM.');
  }
  return installed;
};
