import { writeFileSync } from 'node:fs';
import { licencesPage, shippedPackages } from './billOfMaterials';

// Writes the licences of the packages in the last build.
writeFileSync('docs/third-party-licences.md', licencesPage(shippedPackages()));
