import { Contrib, Enums, Models, SPDX, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';
import type { ShippedPackage } from './shippedPackages';

/** What the bill is of. */
export interface Application {
  name: string;
  version: string;
  license: string;
  description: string;
  dependencies: Readonly<Record<string, string>>;
}

type Described = Pick<ShippedPackage, 'name' | 'version' | 'description' | 'licence'>;

/** A package URL, https://github.com/package-url/purl-spec: the `@` of a scope is a delimiter there. */
const packageUrl = (name: string, version: string): string =>
  `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;

const component = (type: Enums.ComponentType, described: Described): Models.Component => {
  const { name, version, description, licence } = described;
  const [scope, plainName] = name.startsWith('@') ? (name.split('/') as [string, string]) : [undefined, name];
  const purl = packageUrl(name, version);
  const licenses = new Models.LicenseRepository([
    SPDX.isSupportedSpdxId(licence) ? new Models.SpdxLicense(licence) : new Models.LicenseExpression(licence),
  ]);
  return new Models.Component(type, plainName, {
    bomRef: purl,
    purl,
    version,
    group: scope,
    description,
    licenses,
  });
};

const { Spec1dot6 } = Spec;

/**
 * A CycloneDX 1.6 bill of materials of what ships: the application, the packages in its build, who asks for whom.
 * Throws when CycloneDX's own schema refuses it.
 *
 * @param made the time to state in it
 */
export const billOfMaterials = async (
  application: Application,
  packages: readonly ShippedPackage[],
  made: Date,
): Promise<string> => {
  const { license: licence, dependencies } = application;
  const root = component(Enums.ComponentType.Application, { ...application, licence });
  const components = new Map(
    packages.map((shipped) => [shipped.folder, component(Enums.ComponentType.Library, shipped)]),
  );
  const required = new Set(packages.flatMap(({ requires }) => requires));
  for (const { folder, name, requires } of packages) {
    const own = components.get(folder);
    for (const other of requires) {
      const ref = components.get(other)?.bomRef;
      if (ref !== undefined) {
        own?.dependencies.add(ref);
      }
    }
    // What nobody asks for was put there by the build itself, as the style sheets' loader.
    if (own !== undefined && (name in dependencies || !required.has(folder))) {
      root.dependencies.add(own.bomRef);
    }
  }
  const bom = new Models.Bom({
    serialNumber: Contrib.Bom.Utils.randomSerialNumber(),
    metadata: new Models.Metadata({ timestamp: made, component: root }),
    components: new Models.ComponentRepository(components.values()),
  });
  const json = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec1dot6)).serialize(bom, {
    sortLists: true,
    space: 2,
  });
  const refusal: unknown = await new Validation.JsonStrictValidator(Spec1dot6.version).validate(json);
  if (refusal !== null) {
    throw new Error(`The bill of materials is not valid CycloneDX: ${JSON.stringify(refusal)}`);
  }
  return `${json}\n`;
};
