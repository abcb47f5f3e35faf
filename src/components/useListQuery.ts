import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ListQuery } from '../sidecars/rows/listQuery';

/**
 * React hook: a list's filters, order and page, stored in the URL, and a function that changes them. A change goes to the
 * first page unless it has another.
 */
export const useListQuery = <Q extends { page: number }>({
  read,
  write,
}: ListQuery<Q>): [Q, (change: Partial<Q>) => void] => {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => read(parameters), [read, parameters]);
  const change = useCallback(
    (changed: Partial<Q>) => {
      setParameters((current) => write(current, { ...read(current), page: 1, ...changed }), {
        replace: true,
      });
    },
    [read, write, setParameters],
  );
  return [query, change];
};
