import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
  Popover,
  Tooltip,
} from '@patternfly/react-core';
import { ClusterIcon } from '@patternfly/react-icons';
import type { ReactElement } from 'react';
import type { OwnCluster } from '../session/session';
import { useSession } from '../session/SessionContext';

const factsOf = (own: OwnCluster, apiServer: string): [string, string][] => [
  ['API server', apiServer],
  ['Context', own.context],
  ['User', own.actingAs === undefined ? own.user : `${own.user}, acting as ${own.actingAs}`],
  ['Kubernetes', own.kubernetesVersion],
  [
    'KubeVirt',
    own.kubeVirtVersion === undefined
      ? 'KubeVirt is not installed'
      : own.kubeVirtVersion || 'Installed; you may not read its version',
  ],
  ['HCO', own.hasHco ? 'Installed' : 'Not installed'],
];

/** The details in one line, for wide windows. */
const summaryOf = ({ context, kubernetesVersion, kubeVirtVersion, hasHco }: OwnCluster): string =>
  [
    context,
    `Kubernetes ${kubernetesVersion}`,
    kubeVirtVersion === undefined
      ? 'KubeVirt is not installed'
      : `KubeVirt ${kubeVirtVersion || 'of unknown version'}`,
    hasHco ? 'HCO' : 'no HCO',
  ].join(' · ');

/** The name and details of a real cluster, in orange; the embedded cluster has a plain label. */
export const ClusterLabel = (): ReactElement => {
  const { apiServer, ownCluster } = useSession();
  if (ownCluster === undefined) {
    return (
      <Tooltip content={`API server: ${apiServer}`}>
        <Label isCompact icon={<ClusterIcon />} tabIndex={0} className="ech-embedded-cluster">
          Embedded cluster
        </Label>
      </Tooltip>
    );
  }
  return (
    <>
      <Popover
        headerContent={`Your cluster ${ownCluster.cluster}`}
        bodyContent={
          <DescriptionList isCompact isHorizontal horizontalTermWidthModifier={{ default: '10ch' }}>
            {factsOf(ownCluster, apiServer).map(([term, fact]) => (
              <DescriptionListGroup key={term}>
                <DescriptionListTerm>{term}</DescriptionListTerm>
                <DescriptionListDescription>{fact}</DescriptionListDescription>
              </DescriptionListGroup>
            ))}
          </DescriptionList>
        }
      >
        <Label
          isCompact
          variant="filled"
          color="orange"
          icon={<ClusterIcon />}
          data-test="own-cluster"
          onClick={() => {
            // The popover opens on its own, but a label is a button only with a handler.
          }}
        >
          {`Your cluster: ${ownCluster.cluster}`}
        </Label>
      </Popover>
      <span className="ech-cluster-summary">{summaryOf(ownCluster)}</span>
    </>
  );
};
