import { execFileSync } from 'node:child_process';

const MINIMUM_MINOR = 31;

const problem = (): string | undefined => {
  try {
    const text = execFileSync('kubectl', ['version', '--client', '-o', 'json'], { encoding: 'utf8' });
    const { clientVersion } = JSON.parse(text) as { clientVersion: { gitVersion: string; minor: string } };
    return Number.parseInt(clientVersion.minor) < MINIMUM_MINOR
      ? `kubectl ${clientVersion.gitVersion} is older than 1.${MINIMUM_MINOR}`
      : undefined;
  } catch {
    return 'there is no kubectl';
  }
};

/** Why tests with the real kubectl are skipped, which is also printed. */
export const whyNoKubectl = (): string | undefined => {
  const found = problem();
  if (found !== undefined) {
    console.warn(`skipped: ${found}`);
  }
  return found;
};
