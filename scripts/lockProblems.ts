interface LockFile {
  packages: Readonly<Record<string, { integrity?: string; link?: boolean }>>;
}

/**
 * Packages of the lock file that `npm ci` would install unchecked. npm writes no checksums of packages for platforms
 * other than its own when it finds the others installed.
 */
export const lockProblems = ({ packages }: LockFile): string[] =>
  Object.entries(packages)
    .filter(
      ([path, { integrity, link }]) => path !== '' && link !== true && !integrity?.startsWith('sha512-'),
    )
    .map(([path]) => `${path} has no checksum (integrity)`);
