import { expect, it } from 'vitest';
import extensions from '../../../../console-extensions.json';
import { isInPerspective } from './inPerspective';

it.each(['admin', 'virtualization-perspective'])('shows the page once in perspective %s', (perspective) => {
  const entries = extensions.filter(
    ({ type, flags, properties }) =>
      type === 'console.navigation/href' &&
      flags?.required !== undefined &&
      isInPerspective({ properties }, perspective),
  );
  expect(entries).toHaveLength(1);
});
