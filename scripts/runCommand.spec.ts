import { expect, it } from 'vitest';
import { runCommand } from './runCommand';

it('reads characters that are split between chunks', async () => {
  // One byte, then characters of two: a chunk of an even size ends within one.
  const program = `process.stdout.write('a' + 'ä'.repeat(200_000))`;
  const { succeeded, output } = await runCommand([process.execPath, '-e', program]);
  expect(succeeded).toBe(true);
  expect(output === `a${'ä'.repeat(200_000)}`).toBe(true);
});
