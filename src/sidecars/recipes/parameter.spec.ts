import { expect, it } from 'vitest';
import { linesOf, parameterProblem, problemsOf, type Parameter, type ParameterValue } from './parameter';

const text: Parameter = { name: 'a', label: 'A', kind: 'text', default: '', maxLength: 5 };
const path: Parameter = {
  ...text,
  isRequired: true,
  maxLength: 50,
  pattern: { regExp: /^\//, says: 'A path' },
};
const number: Parameter = { name: 'n', label: 'N', kind: 'number', default: 5, min: 3, max: 9 };
const choice: Parameter = {
  name: 'c',
  label: 'C',
  kind: 'choice',
  default: '',
  options: [{ value: '', label: 'As it is' }],
};
const disk: Parameter = { name: 'd', label: 'D', kind: 'device', of: ['disk'], default: '' };

it.each<[Parameter, ParameterValue | undefined, string | undefined]>([
  [text, '', undefined],
  [text, 'a"<é', undefined],
  [text, '123456', 'tooLong'],
  [text, 'a\nb', 'notAllowed'],
  [text, 'a\tb', 'notAllowed'],
  [text, '\0', 'notAllowed'],
  [text, '\uFFFE', 'notAllowed'],
  [text, '\uD800', 'notAllowed'],
  [text, '😀', undefined],
  [text, 1, 'notAllowed'],
  [text, undefined, 'notAllowed'],
  [{ ...text, isMultiline: true }, 'a\nb', undefined],
  [{ ...text, isMultiline: true }, 'a\rb', 'notAllowed'],
  [path, ' ', 'required'],
  [path, 'a', 'pattern'],
  [path, '/a', undefined],
  [{ ...path, isMultiline: true }, '/a\n\n/b\n', undefined],
  [{ ...path, isMultiline: true }, '/a\nb', 'pattern'],
  [number, 3, undefined],
  [number, 9, undefined],
  [number, 0, undefined],
  [number, 2, 'outOfRange'],
  [number, 10, 'outOfRange'],
  [number, 3.5, 'outOfRange'],
  [number, NaN, 'outOfRange'],
  [number, '3', 'outOfRange'],
  [choice, '', undefined],
  [choice, 'x', 'notAllowed'],
  [{ name: 'f', label: 'F', kind: 'flag', default: true }, false, undefined],
  [{ name: 'f', label: 'F', kind: 'flag', default: true }, '', 'notAllowed'],
  [disk, '', undefined],
  [disk, 'root-disk', undefined],
  [disk, 'a"]', 'notAllowed'],
  [disk, 'x'.repeat(64), 'notAllowed'],
  [{ ...disk, isRequired: true }, '', 'required'],
])('%j with the value %j: %s', (parameter, value, code) => {
  expect(parameterProblem(parameter, value)?.code).toBe(code);
});

it('names each parameter with a problem', () => {
  expect([...problemsOf([text, number], { a: '123456', n: 4 })]).toEqual([
    ['a', { code: 'tooLong', limit: 5 }],
  ]);
});

it('reads the lines of a text as the scripts do', () => {
  expect(linesOf({ a: 'one\n \n two\u2028b\n' }, 'a')).toEqual(['one', ' two\u2028b']);
});
