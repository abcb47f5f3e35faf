import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { Badge, Tab, TabContentBody, Tabs, TabTitleText } from '@patternfly/react-core';
import type { CheckedScript } from '../../../features/findings/script/useCheckedScript';
import { lazyPart } from '../../../components/lazyPart/lazyPart';
import { parseExpectedResults } from '../../../sidecars/domainXml/expectedResults';
import { annotationOf } from '../../../features/expectations/useSaveExpectations';
import { useSidecarTranslation } from '../../../i18n';
import type { WorkbenchEdit } from '../edit/workbenchEdit';
import { ExpectedTab } from './ExpectedTab';
import { ProblemsTab } from './ProblemsTab';
import { UsedByTab } from './UsedByTab';

const { Part: TryPanel } = lazyPart(
  'inline',
  async () => (await import(/* webpackChunkName: "try-panel" */ '../../../features/tries/TryPanel')).TryPanel,
);

interface SidePanelProps {
  edit: WorkbenchEdit;
  checked: CheckedScript;
  /** The VM that the script is for. */
  vmName: string | undefined;
  kubevirtVersion: string | undefined;
  /** Why the user may not change the ConfigMap; undefined if they may. */
  reason: string | undefined;
}

/** What helps to write the script, beside its text. */
export const SidePanel = ({
  edit,
  checked,
  vmName,
  kubevirtVersion,
  reason,
}: SidePanelProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [active, setActive] = useState<string | number>('problems');
  // The panel stays once it is shown, because its pod is removed with it.
  const [hasTried, setHasTried] = useState(false);
  const { namespace, seen, values } = edit;
  const expected = parseExpectedResults(edit.expectedResults ?? (seen && annotationOf(seen)));
  const count = checked.findings.length;
  const tabs: readonly { key: string; title: ReactNode; content: ReactNode }[] = [
    {
      key: 'problems',
      title: (
        <>
          {t('Problems')} {count === 0 ? null : <Badge isRead>{count}</Badge>}
        </>
      ),
      content: <ProblemsTab checked={checked} />,
    },
    {
      key: 'try',
      title: t('Try it'),
      content: (
        <TryPanel
          namespace={namespace}
          script={values}
          vmName={vmName}
          expectations={expected.kind === 'parsed' ? expected.expectations : []}
        />
      ),
    },
    {
      key: 'expected',
      title: t('Expected results'),
      content: <ExpectedTab configMap={seen} ofRecipe={edit.expectedResults} reason={reason} />,
    },
    {
      key: 'users',
      title: t('Used by'),
      content: <UsedByTab script={{ namespace, values, kubevirtVersion }} vmName={vmName} />,
    },
  ];
  return (
    <Tabs
      isSubtab
      activeKey={active}
      aria-label={t('Beside the script')}
      onSelect={(_event, key) => {
        setActive(key);
        setHasTried(hasTried || key === 'try');
      }}
    >
      {tabs.map(({ key, title, content }) => (
        <Tab key={key} eventKey={key} title={<TabTitleText>{title}</TabTitleText>}>
          <TabContentBody className="pf-v6-u-pt-md">
            {active === key || (key === 'try' && hasTried) ? content : null}
          </TabContentBody>
        </Tab>
      ))}
    </Tabs>
  );
};
