import type { PythonScript } from './python/pythonScript';
import { printedTexts } from './printed';
import { scriptCheck, type ScriptFinding } from './scriptCheck';

/** `json.dumps({"UserData": …})`: an object of the script's own, without the metadata that it got. */
const ownObjects = ({ calls }: PythonScript): ScriptFinding[] =>
  calls
    .filter(({ name, args: [object = []] }) => {
      const keys = object.filter(({ kind }) => kind === 'string').map(({ value }) => value);
      return (
        /^json\.dumps?$/.test(name) &&
        object[0]?.text === '{' &&
        keys.includes('UserData') &&
        !keys.some((key) => key.endsWith('MetaData')) &&
        !object.some(({ text }) => text === '**')
      );
    })
    .map(({ pos }) => ({ pos, params: { problem: 'metadata' } }));

/** The data are JSON with the metadata in it; user data alone is not what KubeVirt reads. */
export const cloudInitShape = scriptCheck('cloudInitShape', ({ source, shell, python, text }) => {
  if (source.hookPoint !== 'preCloudInitIso') {
    return [];
  }
  const printed = printedTexts(shell, python, text).flatMap((piece): ScriptFinding[] => {
    const start = piece.text.trimStart();
    if (start.startsWith('#cloud-config') || start.startsWith('#!')) {
      return [{ pos: piece.pos, params: { problem: 'plain' } }];
    }
    const isObject = /^\{\s*\\?"/.test(start) && start.includes('UserData') && !start.includes('MetaData');
    return isObject ? [{ pos: piece.pos, params: { problem: 'metadata' } }] : [];
  });
  return [...printed, ...(python === undefined ? [] : ownObjects(python))];
});
