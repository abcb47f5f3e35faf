import { replacingText, scriptCheck } from './scriptCheck';

const ENV = /^#![ \t]*\S*\/env(?=[ \t]+(?!-)[^\s=]+[ \t]+\S)/;

/** Linux gives all that stands behind the interpreter as one argument: env looks for a program named "bash -e". */
export const envArguments = scriptCheck('envArguments', (script) => {
  const end = ENV.exec(script.text)?.[0].length;
  return end === undefined
    ? []
    : [
        {
          pos: end + 1,
          params: { argument: (/^[^\n]*/.exec(script.text.slice(end))?.[0] ?? '').trim() },
          fixed: replacingText(script, end, end, ' -S'),
        },
      ];
});
