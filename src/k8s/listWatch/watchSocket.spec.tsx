import { expect, it } from 'vitest';
import { openWatch } from './watchSocket';

it('watches as a user with a duplicate group', () => {
  const nothing = (): void => undefined;
  const open = (): void => {
    openWatch('/watch', ['Impersonate-User.YQ', 'Impersonate-Group.Yg', 'Impersonate-Group.Yg'], {
      onOpen: nothing,
      onEvent: nothing,
      onEnd: nothing,
    }).close();
  };
  expect(open).not.toThrow();
});
