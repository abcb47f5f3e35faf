/** Converts one property of a query to the values of a URL parameter and back. */
interface Field<T> {
  parameter: string;
  /** Returns the default for unknown and missing values. */
  read: (values: readonly string[]) => T;
  /** Returns nothing for the default. */
  write: (value: T) => readonly string[];
}

const field = <T>(parameter: string, fallback: T, read: (value: string) => T | undefined): Field<T> => ({
  parameter,
  read: ([value = '']) => read(value) ?? fallback,
  write: (value) => (value === fallback ? [] : [String(value)]),
});

export const textField = (parameter: string): Field<string> => field(parameter, '', (value) => value);

/** True is written as `word`. */
export const flagField = (parameter: string, word: string): Field<boolean> => ({
  parameter,
  read: ([value]) => value === word,
  write: (value) => (value ? [word] : []),
});

/** One of the choices; the first is the default. */
const choiceField = <T>(parameter: string, choices: readonly [T, ...T[]]): Field<T> =>
  field(parameter, choices[0], (value) => choices.find((choice) => String(choice) === value));

/** Any number of the choices. */
export const choicesField = <T extends string>(parameter: string, choices: readonly T[]): Field<T[]> => ({
  parameter,
  read: (values) => choices.filter((choice) => values.includes(choice)),
  write: (values) => values,
});

const positive = (value: string): number | undefined => {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};

/** The part of a query that all lists have. */
export interface OrderAndPage<Column> {
  sortBy: Column;
  direction: 'asc' | 'desc';
  /** Starts at 1. */
  page: number;
  perPage: number;
}

export const PAGE_SIZES = [20, 50, 100] as const;

type Fields<Q> = { [Key in keyof Q]: Field<Q[Key]> };

/** The list is sorted by the first column unless the URL has another. */
export const orderAndPage = <Column extends string>(
  columns: readonly [Column, ...Column[]],
): Fields<OrderAndPage<Column>> => ({
  sortBy: choiceField('sort', columns),
  direction: choiceField<'asc' | 'desc'>('direction', ['asc', 'desc']),
  page: field('page', 1, positive),
  perPage: choiceField<number>('perPage', PAGE_SIZES),
});

/** Reads and writes a query: a list's filters, order and page, which are stored in the URL. */
export interface ListQuery<Q> {
  read: (parameters: URLSearchParams) => Q;
  /** Other parameters stay; defaults are omitted. */
  write: (parameters: URLSearchParams, query: Q) => URLSearchParams;
}

export const listQuery = <Q extends object>(fields: Fields<Q>): ListQuery<Q> => {
  const keys = Object.keys(fields) as (keyof Q)[];
  return {
    read: (parameters) =>
      Object.fromEntries(
        keys.map((key) => [key, fields[key].read(parameters.getAll(fields[key].parameter))]),
      ) as Q,
    write: (parameters, query) => {
      const next = new URLSearchParams(parameters);
      for (const key of keys) {
        const { parameter, write } = fields[key];
        next.delete(parameter);
        for (const value of write(query[key])) {
          next.append(parameter, value);
        }
      }
      return next;
    },
  };
};

export interface Page<T> {
  items: T[];
  /** The shown page, at most the last one. Starts at 1. */
  page: number;
}

export const pageOf = <T>(rows: readonly T[], page: number, perPage: number): Page<T> => {
  const shown = Math.max(1, Math.min(page, Math.ceil(rows.length / perPage)));
  return { items: rows.slice((shown - 1) * perPage, shown * perPage), page: shown };
};
