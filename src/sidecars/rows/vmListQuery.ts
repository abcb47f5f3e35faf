import { LISTED_KINDS, type ListedKind } from '../objects/holder';
import { STATE_KINDS, VERIFICATIONS, type SidecarStateKind, type Verification } from '../state/state';
import { FINDING_FILTERS, type FindingFilter } from './findingFilter';
import { choicesField, flagField, listQuery, orderAndPage, textField, type OrderAndPage } from './listQuery';

export const SORT_COLUMNS = [
  'name',
  'namespace',
  'status',
  'scripts',
  'state',
  'findings',
  'created',
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface VmListQuery extends OrderAndPage<SortColumn> {
  name: string;
  script: string;
  kinds: ListedKind[];
  states: SidecarStateKind[];
  effects: Verification[];
  findings: FindingFilter[];
  hasSidecars: boolean;
}

export const vmListQuery = listQuery<VmListQuery>({
  name: textField('name'),
  script: textField('script'),
  kinds: choicesField('kind', LISTED_KINDS),
  states: choicesField('state', STATE_KINDS),
  effects: choicesField('effect', VERIFICATIONS),
  findings: choicesField('finding', FINDING_FILTERS),
  hasSidecars: flagField('sidecars', 'attached'),
  ...orderAndPage(SORT_COLUMNS),
});

export const NO_FILTERS = {
  name: '',
  script: '',
  kinds: [],
  states: [],
  effects: [],
  findings: [],
  hasSidecars: false,
} satisfies Partial<VmListQuery>;

export const isFiltered = ({
  name,
  script,
  kinds,
  states,
  effects,
  findings,
  hasSidecars,
}: VmListQuery): boolean =>
  name.trim() !== '' ||
  script.trim() !== '' ||
  [kinds, states, effects, findings].some((chosen) => chosen.length > 0) ||
  hasSidecars;
