/** A size in bytes as people read it: `512 byte`, `1.2 kB`. */
export const sizeText = (bytes: number, language: string): string => {
  const isSmall = bytes < 1000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isSmall ? 'byte' : 'kilobyte',
    maximumFractionDigits: 1,
  }).format(isSmall ? bytes : bytes / 1000);
};
