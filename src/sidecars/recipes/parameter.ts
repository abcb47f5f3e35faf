export type ParameterValue = string | number | boolean;
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** What a name of a VM's device may stand for. */
export type NamedDevice = 'disk' | 'interface' | 'hostDevice';

interface Common {
  name: string;
  label: string;
  help?: string;
}

/** An empty text, the number 0 and the choice '' leave the VM as it is, unless a value is required. */
export type Parameter = Common &
  (
    | {
        kind: 'text';
        default: string;
        isRequired?: boolean;
        maxLength: number;
        /** Several lines, each a value of its own or all of them one text. */
        isMultiline?: boolean;
        /** Of each line that is not blank. */
        pattern?: { regExp: RegExp; says: string };
      }
    | { kind: 'number'; default: number; min: number; max: number; unit?: string }
    | { kind: 'choice'; default: string; options: readonly { value: string; label: string }[] }
    | { kind: 'flag'; default: boolean }
    /** The name of a device; empty means all of them. */
    | { kind: 'device'; default: string; of: readonly NamedDevice[]; isRequired?: boolean }
  );

export type ParameterProblem =
  | { code: 'required' }
  | { code: 'tooLong'; limit: number }
  | { code: 'notAllowed' }
  | { code: 'outOfRange'; min: number; max: number }
  | { code: 'pattern'; says: string };

/** Characters that XML 1.0 forbids or advises against, and carriage returns, which parsers of XML replace. */
const NOT_IN_XML = /[\0-\x08\x0B-\x1F\x7F\uFFFE\uFFFF]|\p{Surrogate}/u;

const DEVICE_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?$/;

const textProblem = (
  value: string,
  { maxLength, isMultiline = false }: { maxLength: number; isMultiline?: boolean },
): ParameterProblem | undefined => {
  if (value.length > maxLength) {
    return { code: 'tooLong', limit: maxLength };
  }
  const hasWrong = NOT_IN_XML.test(value) || (!isMultiline && /[\t\n]/.test(value));
  return hasWrong ? { code: 'notAllowed' } : undefined;
};

/** What is wrong with a value; undefined if nothing is. */
export const parameterProblem = (
  parameter: Parameter,
  value: ParameterValue | undefined,
): ParameterProblem | undefined => {
  switch (parameter.kind) {
    case 'text': {
      if (typeof value !== 'string') {
        return { code: 'notAllowed' };
      }
      if (value.trim() === '') {
        return parameter.isRequired === true ? { code: 'required' } : textProblem(value, parameter);
      }
      const { pattern } = parameter;
      const problem = textProblem(value, parameter);
      const fits = value
        .split('\n')
        .every((line) => line.trim() === '' || pattern === undefined || pattern.regExp.test(line));
      return problem ?? (fits || pattern === undefined ? undefined : { code: 'pattern', says: pattern.says });
    }
    case 'number': {
      const { min, max } = parameter;
      const isInRange =
        typeof value === 'number' &&
        Number.isInteger(value) &&
        (value === 0 || (value >= min && value <= max));
      return isInRange ? undefined : { code: 'outOfRange', min, max };
    }
    case 'choice':
      return parameter.options.some((option) => option.value === value) ? undefined : { code: 'notAllowed' };
    case 'flag':
      return typeof value === 'boolean' ? undefined : { code: 'notAllowed' };
    case 'device': {
      if (value === '') {
        return parameter.isRequired === true ? { code: 'required' } : undefined;
      }
      return typeof value === 'string' && value.length <= 63 && DEVICE_NAME.test(value)
        ? undefined
        : { code: 'notAllowed' };
    }
  }
};

export const defaultValues = (parameters: readonly Parameter[]): ParameterValues =>
  Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.default]));

export const problemsOf = (
  parameters: readonly Parameter[],
  values: ParameterValues,
): ReadonlyMap<string, ParameterProblem> =>
  new Map(
    parameters.flatMap((parameter): [string, ParameterProblem][] => {
      const problem = parameterProblem(parameter, values[parameter.name]);
      return problem === undefined ? [] : [[parameter.name, problem]];
    }),
  );

/** The value of a text, choice or device. */
export const textOf = (values: ParameterValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

export const numberOf = (values: ParameterValues, name: string): number => {
  const value = values[name];
  return typeof value === 'number' ? value : 0;
};

/** The lines of a text that are not blank, as the scripts read them. */
export const linesOf = (values: ParameterValues, name: string): string[] =>
  textOf(values, name)
    .split('\n')
    .filter((line) => line.trim() !== '');
