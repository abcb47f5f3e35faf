import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import {
  Alert,
  FormSelect,
  FormSelectOption,
  PageSection,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Pod } from '../../../../src/sidecars/objects/resources';
import { usePodLog } from './usePodLog';

/** The log of a container of a pod, followed while the tab is open. */
export const PodLogTab = ({ obj }: { obj?: K8sResourceCommon }): ReactElement | null => {
  const pod = obj as Pod | undefined;
  const containers =
    pod === undefined
      ? []
      : [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].map(({ name }) => name);
  const [chosen, setChosen] = useState<string>();
  const container = chosen ?? containers[0] ?? '';
  const { text, ended, problem } = usePodLog(
    pod?.metadata.namespace ?? '',
    pod?.metadata.name ?? '',
    container,
  );
  return (
    <PageSection hasBodyWrapper={false}>
      <Toolbar inset={{ default: 'insetNone' }}>
        <ToolbarContent>
          <ToolbarItem>
            <FormSelect
              aria-label="Container"
              value={container}
              onChange={(_event, value) => {
                setChosen(value);
              }}
            >
              {containers.map((name) => (
                <FormSelectOption key={name} value={name} label={name} />
              ))}
            </FormSelect>
          </ToolbarItem>
          <ToolbarItem alignSelf="center">{ended ? 'The log has ended.' : 'Following the log …'}</ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      {problem === undefined ? null : <Alert isInline variant="danger" title={problem} />}
      {/* Keyboard users must be able to reach a scrolling region. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <pre className="ech-log" tabIndex={0} role="log" aria-label={`Log of ${container}`}>
        {text}
      </pre>
    </PageSection>
  );
};
