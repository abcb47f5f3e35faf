import { assignedOnce, elementOf } from './python/pythonValues';
import { replacements } from './replacements';
import { scriptCheck } from './scriptCheck';

const OPENING = /<bandwidth[ />]/;

/** virt-launcher's libvirt runs in session mode, which refuses it. */
export const bandwidthInSession = scriptCheck('bandwidthInSession', ({ source, shell, python }) => {
  if (source.hookPoint === 'preCloudInitIso') {
    return [];
  }
  const assigned = python === undefined ? undefined : assignedOnce(python);
  return [
    ...replacements(shell, python).filter(
      ({ pattern, replacement }) => OPENING.test(replacement) && !OPENING.test(pattern),
    ),
    ...(python?.calls ?? []).filter(
      ({ name, args, statement, pos }) =>
        assigned !== undefined &&
        /(?:SubElement|Element|fromstring)$/.test(name) &&
        (args.some(([first]) => first?.kind === 'string' && OPENING.test(first.value)) ||
          elementOf(
            statement.tokens.filter((token) => token.pos >= pos),
            assigned,
          ) === 'bandwidth'),
    ),
  ].map(({ pos }) => ({ pos }));
});
