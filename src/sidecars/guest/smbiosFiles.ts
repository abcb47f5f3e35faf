/** The DMI files of Linux for the entries of `<sysinfo type='smbios'>`, by section and entry. */
export const DMI_FOLDER = '/sys/class/dmi/id';

const FILES: Record<string, Record<string, string | undefined> | undefined> = {
  bios: { vendor: 'bios_vendor', version: 'bios_version', date: 'bios_date' },
  system: {
    manufacturer: 'sys_vendor',
    product: 'product_name',
    version: 'product_version',
    serial: 'product_serial',
    uuid: 'product_uuid',
    sku: 'product_sku',
    family: 'product_family',
  },
  baseBoard: {
    manufacturer: 'board_vendor',
    product: 'board_name',
    version: 'board_version',
    serial: 'board_serial',
    asset: 'board_asset_tag',
  },
  chassis: {
    manufacturer: 'chassis_vendor',
    version: 'chassis_version',
    serial: 'chassis_serial',
    asset: 'chassis_asset_tag',
  },
};

/** The names of all possible files. */
export const DMI_FILES: readonly string[] = Object.values(FILES)
  .flatMap((entries) => Object.values(entries ?? {}))
  .filter((file) => file !== undefined);

/** The file of an entry; undefined if Linux does not show it. */
export const dmiFile = (section: string, entry: string): string | undefined => FILES[section]?.[entry];
