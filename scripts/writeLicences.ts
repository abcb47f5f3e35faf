import { writeFileSync } from 'node:fs';
import { licencesPage, shippedPackages } from './billOfMaterials';

// Writes the licences of what the last build ships.
writeFileSync('docs/third-party-licences.md', licencesPage(shippedPackages()));
