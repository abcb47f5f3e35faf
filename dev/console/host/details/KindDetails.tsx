import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import {
  CodeBlock,
  CodeBlockCode,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import type {
  ConfigMap,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
} from '../../../../src/sidecars/objects/resources';
import { StatusLabel } from '../resource/StatusLabel';
import { statusOf } from '../resource/statusOf';

type Field = [term: string, value: ReactNode];

const vmFields = (vm: VirtualMachine): Field[] => [
  ['Run strategy', vm.spec.runStrategy ?? (vm.spec.running === true ? 'Always' : 'Halted')],
  ['Volumes', (vm.spec.template?.spec.volumes ?? []).map(({ name }) => name).join(', ') || '-'],
];

const instanceFields = ({ status }: VirtualMachineInstance): Field[] => [['Node', status?.nodeName ?? '-']];

const podFields = ({ spec, status }: Pod): Field[] => [
  ['Node', spec.nodeName ?? '-'],
  [
    'Containers',
    spec.containers.map(({ name }) => {
      const container = status?.containerStatuses?.find((one) => one.name === name);
      const [state = 'waiting'] = Object.keys(container?.state ?? {});
      return (
        <div key={name}>
          {name}: {state}, {container?.restartCount ?? 0} restarts
        </div>
      );
    }),
  ],
];

const dataFields = ({ data }: ConfigMap): Field[] =>
  Object.entries(data ?? {}).map(([key, value]) => [
    key,
    <CodeBlock key={key}>
      <CodeBlockCode>{value}</CodeBlockCode>
    </CodeBlock>,
  ]);

const fieldsOf = (object: K8sResourceCommon): Field[] => {
  switch (object.kind) {
    case 'VirtualMachine':
      return vmFields(object as VirtualMachine);
    case 'VirtualMachineInstance':
      return instanceFields(object as VirtualMachineInstance);
    case 'Pod':
      return podFields(object as Pod);
    case 'ConfigMap':
      return dataFields(object as ConfigMap);
    default:
      return [];
  }
};

export const KindDetails = ({ object }: { object: K8sResourceCommon }): ReactElement => {
  const status = statusOf(object);
  const fields: Field[] = [
    ...(status === undefined
      ? []
      : [['Status', <StatusLabel key="status" status={status} />] satisfies Field]),
    ...fieldsOf(object),
  ];
  return (
    <DescriptionList>
      {fields.map(([term, value]) => (
        <DescriptionListGroup key={term}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>{value}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
};
