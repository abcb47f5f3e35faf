import { TEMPLATE_KINDS, type TemplateKind } from '../objects/holder';
import { FINDING_FILTERS, type FindingFilter } from './findingFilter';
import { choicesField, flagField, listQuery, orderAndPage, textField, type OrderAndPage } from './listQuery';

const TEMPLATE_COLUMNS = ['name', 'namespace', 'kind', 'scripts', 'findings', 'made'] as const;
export type TemplateColumn = (typeof TEMPLATE_COLUMNS)[number];

export interface TemplateListQuery extends OrderAndPage<TemplateColumn> {
  name: string;
  script: string;
  kinds: TemplateKind[];
  findings: FindingFilter[];
  hasSidecars: boolean;
  /** Also the base templates of all namespaces. */
  withBase: boolean;
}

export const templateListQuery = listQuery<TemplateListQuery>({
  name: textField('name'),
  script: textField('script'),
  kinds: choicesField('kind', TEMPLATE_KINDS),
  findings: choicesField('finding', FINDING_FILTERS),
  hasSidecars: flagField('sidecars', 'attached'),
  withBase: flagField('base', 'shown'),
  ...orderAndPage(TEMPLATE_COLUMNS),
});

/** Without `withBase`, which adds rows. */
export const NO_TEMPLATE_FILTERS = {
  name: '',
  script: '',
  kinds: [],
  findings: [],
  hasSidecars: false,
} satisfies Partial<TemplateListQuery>;
