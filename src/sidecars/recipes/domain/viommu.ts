import { t } from '../../findings/finding';
import { celFields } from '../cel';
import type { Recipe } from '../recipe';
import { equals, exists } from '../xpath';

export const viommu: Recipe = {
  id: 'viommu',
  version: 1,
  title: t('Virtual IOMMU, for nested virtualization'),
  does: t('Adds an IOMMU, so that the guest can pass PCI devices on to guests of its own.'),
  category: 'device',
  hookPoint: 'onDefineDomain',
  parameters: [
    {
      name: 'caching',
      label: t('Caching mode, for devices of the host'),
      kind: 'flag',
      default: true,
    },
  ],
  change: `def change(domain):
    kind = domain.find("./os/type")
    if kind is None or "q35" not in kind.get("machine", ""):
        say("Only the machine type q35 has this IOMMU.")
        return
    iommu = child(child(domain, "devices"), "iommu")
    iommu.set("model", "intel")
    driver = child(iommu, "driver")
    driver.set("intremap", "on")
    if PARAMETERS["caching"]:
        driver.set("caching_mode", "on")
    child(child(domain, "features"), "ioapic").set("driver", "qemu")
`,
  caveats: [
    t('With more than one host device the VM may not start: each needs the whole memory locked.'),
    t('The guest needs intel_iommu=on on its kernel’s command line.'),
  ],
  documentation: 'https://libvirt.org/formatdomain.html#iommu-devices',
  expectations: () => [
    equals('/domain/devices/iommu/@model', 'intel'),
    exists('/domain/devices/iommu/driver[@intremap="on"]'),
    equals('/domain/features/ioapic/@driver', 'qemu'),
  ],
  guestCommand: 'ls /sys/firmware/acpi/tables/DMAR',
  cel: (values) => {
    const driver = `DomainIOMMUDriver{IntRemap: "on"${values.caching === true ? ', CachingMode: "on"' : ''}}`;
    return `domainSpec.OS.Type.Machine.contains("q35") ? Domain{${celFields({
      Devices: `DomainDeviceList{IOMMU: null, IOMMUs: [DomainIOMMU{Model: "intel", Driver: ${driver}}]}`,
      Features: 'DomainFeatureList{IOAPIC: DomainFeatureIOAPIC{Driver: "qemu"}}',
    })}} : Domain{}`;
  },
};
