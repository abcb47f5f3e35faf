// Uses only syntax that old versions of Node understand, so that it can tell their users to upgrade.
const NEEDED = [20, 19] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`Node ${NEEDED.join('.')} or later is needed; this is ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  const { run } = await import('./start/run');
  await run(process.argv.slice(2));
}

export {};
