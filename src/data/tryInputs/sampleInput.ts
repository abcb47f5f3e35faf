import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import type { TryInput } from './tryInput';

/** What KubeVirt 1.8 generates for a small VM before any hook has run. */
const DOMAIN = `<domain type="kvm" xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
	<name>default_example</name>
	<memory unit="b">1073741824</memory>
	<os>
		<type arch="x86_64" machine="q35">hvm</type>
		<smbios mode="sysinfo"></smbios>
	</os>
	<sysinfo type="smbios">
		<system>
			<entry name="uuid">6a1a24a1-4061-4607-8bf4-a3963d0c5895</entry>
			<entry name="manufacturer">KubeVirt</entry>
			<entry name="family">KubeVirt</entry>
			<entry name="product">None</entry>
			<entry name="sku"></entry>
			<entry name="version"></entry>
		</system>
		<bios></bios>
		<baseBoard></baseBoard>
		<chassis></chassis>
	</sysinfo>
	<devices>
		<interface type="ethernet">
			<source></source>
			<target dev="tap0" managed="no"></target>
			<model type="virtio-non-transitional"></model>
			<mac address="02:00:00:00:00:01"></mac>
			<mtu size="1500"></mtu>
			<alias name="ua-default"></alias>
			<rom enabled="no"></rom>
		</interface>
		<interface type="ethernet">
			<source></source>
			<target dev="placeholder-0" managed="no"></target>
			<model type="virtio-non-transitional"></model>
			<alias name="placeholder-0"></alias>
		</interface>
		<interface type="ethernet">
			<source></source>
			<target dev="placeholder-1" managed="no"></target>
			<model type="virtio-non-transitional"></model>
			<alias name="placeholder-1"></alias>
		</interface>
		<interface type="ethernet">
			<source></source>
			<target dev="placeholder-2" managed="no"></target>
			<model type="virtio-non-transitional"></model>
			<alias name="placeholder-2"></alias>
		</interface>
		<channel type="unix">
			<target name="org.qemu.guest_agent.0" type="virtio"></target>
		</channel>
		<controller type="usb" index="0" model="none"></controller>
		<controller type="scsi" index="0" model="virtio-non-transitional"></controller>
		<controller type="virtio-serial" index="0" model="virtio-non-transitional"></controller>
		<video>
			<model type="vga" heads="1" vram="16384"></model>
		</video>
		<graphics type="vnc">
			<listen type="socket" socket="/var/run/kubevirt-private/0e3b1f5c-6d2a-4f5e-9a53-5a3c2f2b7d10/virt-vnc"></listen>
		</graphics>
		<memballoon model="virtio-non-transitional" freePageReporting="on">
			<stats period="10"></stats>
		</memballoon>
		<disk device="disk" type="file" model="virtio-non-transitional">
			<source file="/var/run/kubevirt-private/vmi-disks/root/disk.img"></source>
			<target bus="virtio" dev="vda"></target>
			<driver cache="none" error_policy="stop" name="qemu" type="raw" discard="unmap"></driver>
			<alias name="ua-root"></alias>
		</disk>
		<serial type="unix">
			<target port="0"></target>
			<source mode="bind" path="/var/run/kubevirt-private/0e3b1f5c-6d2a-4f5e-9a53-5a3c2f2b7d10/virt-serial0"></source>
			<log file="/var/run/kubevirt-private/0e3b1f5c-6d2a-4f5e-9a53-5a3c2f2b7d10/virt-serial0-log" append="on"></log>
		</serial>
		<console type="pty">
			<target type="serial" port="0"></target>
		</console>
		<rng model="virtio-non-transitional">
			<backend model="random">/dev/urandom</backend>
		</rng>
	</devices>
	<metadata>
		<kubevirt xmlns="http://kubevirt.io">
			<uid></uid>
		</kubevirt>
	</metadata>
	<features>
		<acpi></acpi>
		<vmport state="off"></vmport>
	</features>
	<cpu mode="host-model">
		<topology sockets="1" cores="1" threads="1"></topology>
	</cpu>
	<vcpu placement="static">1</vcpu>
</domain>`;

const CLOUD_INIT = {
  DataSource: 'noCloud',
  NoCloudMetaData: { 'instance-id': 'example.default', 'local-hostname': 'example' },
  ConfigDriveMetaData: null,
  UserData: '#cloud-config\nuser: fedora\n',
  NetworkData: '',
  DevicesData: null,
  VolumeName: 'cloudinit',
};

const VMI = {
  metadata: {
    name: 'example',
    namespace: 'default',
    uid: '0e3b1f5c-6d2a-4f5e-9a53-5a3c2f2b7d10',
    labels: {
      'kubevirt.io/nodeName': 'worker-1',
    },
    annotations: {
      'hooks.kubevirt.io/hookSidecars':
        '[{"args":["--version","v1alpha3"],"configMap":{"name":"script","key":"script.sh","hookPath":"/usr/bin/onDefineDomain"}}]',
    },
  },
  spec: {
    domain: {
      resources: {},
      cpu: {
        cores: 1,
        model: 'host-model',
      },
      memory: {
        guest: '1Gi',
      },
      machine: {
        type: 'q35',
      },
      firmware: {
        uuid: '6a1a24a1-4061-4607-8bf4-a3963d0c5895',
      },
      features: {
        acpi: {
          enabled: true,
        },
      },
      devices: {
        disks: [
          {
            name: 'root',
            disk: {
              bus: 'virtio',
            },
          },
        ],
        interfaces: [
          {
            name: 'default',
            masquerade: {},
          },
        ],
        rng: {},
      },
    },
    networks: [
      {
        name: 'default',
        pod: {},
      },
    ],
    volumes: [
      {
        name: 'root',
        persistentVolumeClaim: {
          claimName: 'example-root',
        },
      },
    ],
    architecture: 'amd64',
  },
  status: {
    nodeName: 'worker-1',
    phase: 'Scheduled',
    interfaces: [
      {
        name: 'default',
        podInterfaceName: 'eth0',
      },
    ],
    guestOSInfo: {},
    runtimeUser: 107,
    qosClass: 'Burstable',
  },
};

/** An example of what KubeVirt passes to a script. */
export const sampleInput = (hookPoint: HookPoint): TryInput => ({
  input: hookPoint === 'onDefineDomain' ? DOMAIN : JSON.stringify(CLOUD_INIT),
  vmi: JSON.stringify(VMI),
});
