import type { ReactElement } from 'react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Button, Form, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { useSidecarTranslation } from '../i18n';

/**
 * Opens the same page for one namespace, whose name is typed: a user who may not list objects of all namespaces often may
 * not list namespaces either.
 */
export const NamespaceChoice = (): ReactElement => {
  const { t } = useSidecarTranslation();
  const [name, setName] = useState('');
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const wanted = name.trim();
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') {
          const path = pathname.replace('/all-namespaces/', `/ns/${encodeURIComponent(wanted)}/`);
          void navigate(path + search);
        }
      }}
    >
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            aria-label={t('Name of the namespace')}
            placeholder={t('Name of the namespace')}
            value={name}
            onChange={(_event, value) => {
              setName(value);
            }}
          />
        </InputGroupItem>
        <InputGroupItem>
          <Button type="submit" variant="primary" isDisabled={wanted === ''}>
            {t('Show')}
          </Button>
        </InputGroupItem>
      </InputGroup>
    </Form>
  );
};
