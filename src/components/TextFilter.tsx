import type { ReactElement } from 'react';
import { SearchInput, ToolbarFilter } from '@patternfly/react-core';

interface TextFilterProps {
  id: string;
  /** The title of the label that shows the filter. */
  title: string;
  placeholder: string;
  /** A CSS width; the placeholder must fit. */
  width: string;
  value: string;
  onChange: (value: string) => void;
}

export const TextFilter = ({
  id,
  title,
  placeholder,
  width,
  value,
  onChange,
}: TextFilterProps): ReactElement => {
  const clear = (): void => {
    onChange('');
  };
  return (
    <ToolbarFilter
      categoryName={title}
      labels={value === '' ? [] : [{ key: title, node: value }]}
      deleteLabel={clear}
    >
      <SearchInput
        searchInputId={id}
        style={{ width }}
        placeholder={placeholder}
        aria-label={placeholder}
        value={value}
        onChange={(_event, text) => {
          onChange(text);
        }}
        onClear={clear}
      />
    </ToolbarFilter>
  );
};
