import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { ResourceIcon } from './ResourceIcon';
import { objectPath } from './resourcePath';
import { useModel } from './useModel';

interface ResourceLinkProps {
  kind?: string;
  groupVersionKind?: K8sGroupVersionKind;
  className?: string;
  displayName?: string;
  inline?: boolean;
  linkTo?: boolean;
  name?: string;
  namespace?: string;
  hideIcon?: boolean;
  title?: string;
  dataTest?: string;
  onClick?: () => void;
  truncate?: boolean;
  nameSuffix?: ReactNode;
  children?: ReactNode;
}

/** Badge and name of an object, with a link if the cluster serves its kind. */
export const ResourceLink = (props: ResourceLinkProps): ReactElement => {
  const { name, namespace, hideIcon = false, inline = false, linkTo = true, truncate = false } = props;
  const reference = props.groupVersionKind ?? props.kind;
  const model = useModel(reference);
  const text = props.displayName ?? name ?? '';
  const classes = ['ech-resource-link', inline ? 'ech-resource-link--inline' : '', props.className];
  const path =
    linkTo && model !== undefined && name !== undefined ? objectPath(model, name, namespace) : undefined;
  const label =
    path === undefined ? (
      <span data-test={props.dataTest}>{text}</span>
    ) : (
      <Link
        to={path}
        title={props.title ?? name}
        data-test={props.dataTest ?? name}
        className={truncate ? 'ech-resource-link__name--truncate' : 'ech-resource-link__name'}
        onClick={props.onClick}
      >
        {text}
      </Link>
    );
  return (
    <span className={classes.filter(Boolean).join(' ')}>
      {hideIcon ? null : <ResourceIcon groupVersionKind={props.groupVersionKind} kind={props.kind} />}
      {label}
      {props.nameSuffix}
      {props.children}
    </span>
  );
};
