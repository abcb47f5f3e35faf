/** A readable size: `512 bytes`, `1.2 kB`. */
export const sizeText = (bytes: number, language: string): string => {
  const isSmall = bytes < 1000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isSmall ? 'byte' : 'kilobyte',
    unitDisplay: isSmall ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(isSmall ? bytes : bytes / 1000);
};
