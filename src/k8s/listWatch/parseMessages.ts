import type { KeptName } from '../../sidecars/rows/prune';
import type { ListedType, ParsedPage } from './parsePage';

export interface ParseQuestion {
  id: number;
  bytes: ArrayBuffer;
  type: ListedType<KeptName>;
}

export type ParseAnswer = { id: number; page: ParsedPage<KeptName> } | { id: number; problem: string };
