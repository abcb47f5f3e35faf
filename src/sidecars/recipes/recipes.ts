import { diskIoLimits } from './domain/diskIoLimits';
import { smbios } from './domain/smbios';
import type { Recipe } from './recipe';

/** All recipes, in the order of the gallery. */
export const RECIPES: readonly Recipe[] = [smbios, diskIoLimits];
