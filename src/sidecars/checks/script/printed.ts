import type { PythonScript, PythonStatement } from './python/pythonScript';
import { spelled } from './python/pythonScript';
import { outputOf } from './shell/outputs';
import type { ShellCommand, ShellScript } from './shell/shellScript';
import { wordText } from './shell/words';

/** A text that a script itself prints on standard output. */
export interface Printed {
  /** As far as it is known. */
  text: string;
  pos: number;
  conditional: boolean;
}

const failsNext = (next: ShellCommand | undefined): boolean =>
  (next?.name === 'exit' || next?.name === 'return') && next.args.length > 0 && next.args[0]?.value !== '0';

const hereDocument = ({ redirects }: ShellCommand, text: string): string | undefined => {
  const document = redirects.find((redirect) => redirect.type === 'HereDoc');
  return document?.type === 'HereDoc' ? text.slice(document.body.pos, document.body.end) : undefined;
};

const shellPrints = ({ commands }: ShellScript, text: string): Printed[] => {
  if (commands.some(({ name, args }) => name === 'exec' && args.length === 0)) {
    return [];
  }
  const printing = new Set(
    commands.filter((call) => !call.captured && outputOf(call) === 'stdout').map(({ name }) => name),
  );
  return commands.flatMap((command, index) => {
    const { name, args, captured, inFunction, pos, conditional } = command;
    const words = args.map((arg) => wordText(arg)).filter((word) => !/^-[neE]+$/.test(word));
    const printed =
      name === 'echo'
        ? words.join(' ')
        : name === 'printf'
          ? words[0]
          : name === 'cat' && args.length === 0
            ? hereDocument(command, text)
            : undefined;
    return printed === undefined ||
      captured ||
      outputOf(command) !== 'stdout' ||
      (inFunction !== undefined && !printing.has(inFunction)) ||
      failsNext(commands[index + 1])
      ? []
      : [{ text: printed, pos, conditional }];
  });
};

const fails = (statement: PythonStatement | undefined): boolean =>
  statement !== undefined &&
  /^(?:raise(?!SystemExit(?:$|\(0?\)))|(?:sys\.)?exit\((?!0?\)))/.test(spelled(statement.tokens));

const pythonPrints = ({ calls, statements, names }: PythonScript): Printed[] => {
  const redirects = statements.some(({ tokens }) => spelled(tokens).startsWith('sys.stdout='));
  if (redirects || names.has('redirect_stdout')) {
    return [];
  }
  return calls.flatMap(({ name, args, pos, statement }) => {
    const [first] = args[0] ?? [];
    const isStdout = name === 'print' && !args.some((arg) => spelled(arg).startsWith('file='));
    const next = statements.find((other) => other.pos > statement.pos);
    return first?.kind !== 'string' || !(isStdout || name === 'sys.stdout.write') || fails(next)
      ? []
      : [{ text: first.value, pos, conditional: statement.blocks.length > 0 }];
  });
};

/** The texts of its own that a script prints, unless it ends with an error right after. */
export const printedTexts = (
  shell: ShellScript | undefined,
  python: PythonScript | undefined,
  text: string,
): Printed[] =>
  python === undefined ? (shell === undefined ? [] : shellPrints(shell, text)) : pythonPrints(python);
