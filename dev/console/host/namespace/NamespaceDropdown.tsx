import {
  Dropdown,
  DropdownItem,
  DropdownList,
  MenuSearch,
  MenuSearchInput,
  MenuToggle,
  SearchInput,
} from '@patternfly/react-core';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { ALL_NAMESPACES } from './namespacePath';

interface NamespaceDropdownProps {
  namespace: string;
  isDisabled: boolean;
  onSelect: (namespace: string) => void;
}

const NAMESPACES = { groupVersionKind: { version: 'v1', kind: 'Namespace' }, isList: true };
const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const ALL_LABEL = 'All Namespaces';

/** The namespaces of the cluster with a search field. Users who may not list them can type a name. */
export const NamespaceDropdown = ({
  namespace,
  isDisabled,
  onSelect,
}: NamespaceDropdownProps): ReactElement => {
  const [isOpen, setIsOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [namespaces, , error] = useK8sWatchResource<K8sResourceCommon[]>(NAMESPACES) as [
    K8sResourceCommon[],
    boolean,
    unknown,
  ];
  const known = new Set(namespaces.map(({ metadata }) => metadata?.name ?? ''));
  if (namespace !== ALL_NAMESPACES) {
    known.add(namespace);
  }
  const shown = [...known].sort().filter((name) => name.includes(search.trim().toLowerCase()));
  // A user who may not list namespaces may still have rights in one of them.
  const typed = search.trim();
  const mayBeTyped =
    error !== null && error !== undefined && error !== '' && !known.has(typed) && NAME.test(typed);
  const showAll = ALL_LABEL.toLowerCase().includes(search.trim().toLowerCase());

  return (
    <Dropdown
      isOpen={isOpen}
      isScrollable
      onOpenChange={setIsOpen}
      onOpenChangeKeys={['Escape']}
      onSelect={(_event, chosen) => {
        setIsOpen(false);
        setSearch('');
        onSelect(String(chosen));
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          isDisabled={isDisabled}
          isExpanded={isOpen}
          data-test="namespace-dropdown"
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          Namespace: {namespace === ALL_NAMESPACES ? ALL_LABEL : namespace}
        </MenuToggle>
      )}
    >
      <MenuSearch>
        <MenuSearchInput>
          <SearchInput
            aria-label="Search namespaces"
            placeholder="Search namespaces"
            value={search}
            onChange={(_event, value) => {
              setSearch(value);
            }}
            onClear={() => {
              setSearch('');
            }}
          />
        </MenuSearchInput>
      </MenuSearch>
      <DropdownList>
        {showAll ? (
          <DropdownItem value={ALL_NAMESPACES} isSelected={namespace === ALL_NAMESPACES}>
            {ALL_LABEL}
          </DropdownItem>
        ) : null}
        {shown.map((name) => (
          <DropdownItem key={name} value={name} isSelected={name === namespace}>
            {name}
          </DropdownItem>
        ))}
        {mayBeTyped ? <DropdownItem value={typed}>Go to namespace {typed}</DropdownItem> : null}
        {!showAll && shown.length === 0 && !mayBeTyped ? (
          <DropdownItem isDisabled>No namespace matches.</DropdownItem>
        ) : null}
      </DropdownList>
    </Dropdown>
  );
};
