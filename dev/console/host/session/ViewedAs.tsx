import { Banner, Button, Flex, FlexItem } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { useImpersonated, useViewAs } from './impersonation';

/** A banner while another user is impersonated. */
export const ViewedAs = (): ReactElement | null => {
  const impersonated = useImpersonated();
  const viewAs = useViewAs();
  return impersonated === undefined ? null : (
    <Banner color="blue" screenReaderText="Impersonation" data-test="viewed-as">
      <Flex
        justifyContent={{ default: 'justifyContentCenter' }}
        columnGap={{ default: 'columnGapSm' }}
        rowGap={{ default: 'rowGapNone' }}
      >
        <FlexItem>
          You view the console as user <strong>{impersonated.name}</strong>, with the rights of that user.
        </FlexItem>
        <FlexItem>
          <Button
            variant="link"
            isInline
            onClick={() => {
              viewAs(undefined);
            }}
          >
            Stop impersonating
          </Button>
        </FlexItem>
      </Flex>
    </Banner>
  );
};
